select id from payment where branch = 5 and desk = 5 order by id limit 10;
