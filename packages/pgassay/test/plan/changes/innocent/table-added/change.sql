create table refund (sale_id int references sale (id));
create index on refund (sale_id);
