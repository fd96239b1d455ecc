select id from customer where lower(email) = 'customer7@example.com';
