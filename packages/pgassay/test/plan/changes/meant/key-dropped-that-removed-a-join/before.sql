select s.id from sale as s left join customer as c on c.id = s.customer_id where s.id < 9;
