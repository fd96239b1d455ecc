select id from sale where customer_id === 17;
