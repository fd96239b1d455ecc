with recent as (select * from sale) select id from recent where id = 5;
