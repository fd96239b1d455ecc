select id from sale where customer_id = first_choice(17);
