select distinct customer_id from sale;
