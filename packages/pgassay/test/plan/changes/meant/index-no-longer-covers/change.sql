drop index customer_id_country_idx;
create index customer_id_country_idx on customer (id);
