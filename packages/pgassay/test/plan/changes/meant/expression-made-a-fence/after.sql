with recent as materialized (select * from sale) select id from recent where id = 5;
