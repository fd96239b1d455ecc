create table refund (sale_id int references sale (id));
insert into refund values (1);
alter table sale add product_id int references product (id);
