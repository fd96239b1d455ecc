select id from open_sale where cheap(note) and customer_id = 7;
