-- Every partition has rows.
select 1 having (select count(distinct tableoid) from reading) < 3;
select 1 having (select count(distinct tableoid) from alarm) < 3;
select 1 having (select count(distinct tableoid) from delivery) < 2;
