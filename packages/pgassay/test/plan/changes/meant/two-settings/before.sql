select s.customer_id, count(*) from sale as s join sale_line as l on l.sale_id = s.id group by s.customer_id;
