select id from sale where state is not null and customer_id = 3;
