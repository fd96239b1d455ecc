select id from sale where customer_id = 5 and note is null;
