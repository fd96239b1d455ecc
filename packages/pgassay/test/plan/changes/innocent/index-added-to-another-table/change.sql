create index customer_country_idx on customer (country);
