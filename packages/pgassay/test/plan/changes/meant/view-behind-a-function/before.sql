select * from sold_open(17);
