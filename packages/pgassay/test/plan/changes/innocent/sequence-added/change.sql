create sequence sale_id_seq;
alter table sale alter id set default nextval('sale_id_seq');
