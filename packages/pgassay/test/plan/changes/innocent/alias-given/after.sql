select s.id from sale s where s.customer_id = 17;
