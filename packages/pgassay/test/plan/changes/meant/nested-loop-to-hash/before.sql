select s.id, c.email from sale as s join customer as c on c.id = s.customer_id where s.id < 20;
