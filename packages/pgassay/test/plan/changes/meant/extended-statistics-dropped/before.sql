select id from address where zip = 5 and town = 5 order by id limit 10;
