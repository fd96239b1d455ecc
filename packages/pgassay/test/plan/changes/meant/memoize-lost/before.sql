select s.id, p.name from sale_line as l join sale as s on s.id = l.sale_id cross join lateral (select * from product as p where p.id = s.customer_id offset 0) as p where l.sale_id < 9000;
