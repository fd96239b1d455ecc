select * from only record where (county is null) <> (parish_number is null);
select * from building where address is null;
select * from baptism where born_on > kept_on;
select 1 having (select count(*) from only record where county is not null) = 0;
select * from register_page where label is null;
