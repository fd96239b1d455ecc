select id from my_sale where state = 'done';
