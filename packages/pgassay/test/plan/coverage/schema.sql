-- A warehouse in which three indexes are superfluous, three are missing, and three foreign keys have none.
create table supplier (
    id int primary key,
    name text not null unique,
    country text not null
);
create index supplier_country_idx on supplier (country);

create table item (
    id int primary key,
    supplier_id int not null references supplier (id),
    code text not null,
    tags text [] not null,
    price int not null,
    retired boolean not null,
    made_on date not null
);
create index item_code_idx on item (code);
create index item_supplier_id_made_on_idx on item (supplier_id, made_on);
-- Superfluous: the beginning of the one above, the same as another, and read by nobody.
create index item_supplier_id_idx on item (supplier_id);
create index item_code_again_idx on item (code);
create index item_price_idx on item (price);

create table delivery (
    id int primary key,
    item_id int not null references item (id),
    received_by int references supplier (id),
    returned_to int references supplier (id),
    arrived_on date not null
);

-- More rows than ANALYZE looks at by default, which would find other statistics each time.
alter table item alter column retired set statistics 200;
alter table delivery alter column id set statistics 200;

insert into supplier select n, 'supplier ' || n, 'country ' || n % 20 from generate_series(1, 2000) as n;
insert into item
select
    n, 1 + n % 2000, 'code ' || n, array['tag' || n % 997, 'label' || n % 1009], n * 7 % 9973, n % 500 = 0,
    date '2020-01-01' + n * 31 % 1500
from generate_series(1, 40000) as n;
insert into delivery
select n, 1 + n * 17 % 40000, 1 + n % 2000, 1 + n % 1999, date '2024-01-01' + n % 400
from generate_series(1, 40000) as n;
