select id from address where town = 7;
