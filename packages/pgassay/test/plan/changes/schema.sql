-- What the changes need beside the shop: partitions, a covering index, a view, a function, columns that go together.

create table public.visit (
    day date not null,
    page int not null,
    n int not null
) partition by range (day);

create table public.visit_2024_01 partition of public.visit for values from ('2024-01-01') to ('2024-04-01');
create table public.visit_2024_04 partition of public.visit for values from ('2024-04-01') to ('2024-07-01');
create table public.visit_2024_07 partition of public.visit for values from ('2024-07-01') to ('2025-01-01');
create table public.visit_2025 partition of public.visit for values from ('2025-01-01') to ('2026-01-01');
create index visit_page_idx on public.visit (page);

create index customer_lower_idx on public.customer (lower(email));
create index customer_id_country_idx on public.customer (id) include (country);

create view public.open_sale as
select * from public.sale
where state = 'open';

create function public.preferred(int) returns int language sql immutable as 'select $1';
create function public.first_choice(int) returns int language sql stable as 'select public.preferred($1)';

create table public.address (
    id int primary key,
    town int not null,
    zip int not null
);

create index address_town_idx on public.address (town);

create statistics public.address_town_zip (ndistinct, dependencies, mcv) on town, zip from public.address;

insert into public.visit
select
    date '2024-01-01' + n % 730,
    n % 500,
    n
from generate_series(1, 20000) as n;

-- More rows than ANALYZE looks at by default, which would find other statistics each time.
alter table public.address alter column id set statistics 200;

insert into public.address
select
    n,
    n % 50,
    n % 50
from generate_series(1, 50000) as n;
