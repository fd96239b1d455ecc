select count(*) from sale_line as l join product as p on p.id = l.product_id join sale as s on s.id = l.sale_id where s.customer_id = 7;
