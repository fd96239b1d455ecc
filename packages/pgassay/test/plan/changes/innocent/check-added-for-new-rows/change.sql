alter table sale add constraint sale_id_check check (id < 0) not valid;
