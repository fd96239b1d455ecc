create schema extra;
create table extra.sale (id int primary key, customer_id int);
create index on extra.sale (customer_id);
