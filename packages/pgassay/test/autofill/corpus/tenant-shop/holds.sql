select 1 having (select count(distinct status) from purchase) < 4;
select * from purchase_line as l join purchase as p using (tenant_id) where p.id = l.purchase_id and l.position < 1;
select * from customer where email !~ '@';
