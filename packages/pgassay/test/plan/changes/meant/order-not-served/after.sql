select id from sale where customer_id = 17 order by note limit 5;
