select * from employee where manager_id = id;
select * from document where num_nonnulls(employee_id, department_id) <> 1;
select 1 having (select count(*) from document where employee_id is null) = 0;
