select t.customer_id from (select s.customer_id, count(*) as times from sale as s group by s.customer_id offset 0) as t where t.times > 3;
