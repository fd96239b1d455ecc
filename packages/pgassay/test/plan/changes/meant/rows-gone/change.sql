delete from address where id > 40;

vacuum full address;

analyze address;
