create function sold(int) returns bigint language sql stable as 'select count(*) from sale where id = $1';
