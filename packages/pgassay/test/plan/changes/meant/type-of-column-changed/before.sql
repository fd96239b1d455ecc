select id from customer where email = 'customer7@example.com';
