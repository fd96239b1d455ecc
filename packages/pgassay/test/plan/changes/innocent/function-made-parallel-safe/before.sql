select id from sale where customer_id = chosen(17);
