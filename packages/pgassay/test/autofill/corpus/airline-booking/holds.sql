select * from flight where origin = destination or departs_at >= arrives_at;
select 1 having (select count(distinct origin) from flight) < 3;
select * from passenger where full_name !~ ' ';
