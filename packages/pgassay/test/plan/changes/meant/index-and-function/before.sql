select id from sale where customer_id = preferred(17);
