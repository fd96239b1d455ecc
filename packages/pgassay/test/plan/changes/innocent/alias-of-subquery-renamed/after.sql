select counted.customer_id from (select x.customer_id, count(*) as times from sale as x group by x.customer_id offset 0) as counted where counted.times > 3;
