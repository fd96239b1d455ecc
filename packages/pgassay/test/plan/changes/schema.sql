-- What the changes need beside the shop: partitions, a covering index, views, functions, columns that go together.

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

create function public.costly(text) returns boolean language plpgsql stable cost 1 as 'begin return true; end';
create function public.cheap(text) returns boolean language plpgsql stable cost 2 as 'begin return true; end';
create function public.few_ids() returns setof int language plpgsql stable rows 5 as 'begin return next 1; end';
create function public.chosen(int) returns int language plpgsql stable as 'begin return $1; end';
create function public.me() returns int language sql immutable as 'select 17';

create view public.my_sale as
select * from public.sale
where customer_id = public.me();

create view public.first_open_sale as
select * from public.open_sale
where id > 0;

create function public.sold_open(int) returns setof int language sql stable
as 'select id from public.open_sale where customer_id = $1';

create function public.is_same(int, int) returns boolean language sql immutable as 'select $1 = $2';
create operator public.=== (leftarg = int, rightarg = int, function = public.is_same);

create table public.branch (id int not null);

create table public.place (
    branch int,
    desk int,
    primary key (branch, desk)
);

create table public.payment (
    id int primary key,
    method text,
    branch int not null,
    desk int not null,
    twin int generated always as (id) virtual,
    foreign key (branch, desk) references public.place (branch, desk)
);

create index payment_method_idx on public.payment (method);
create index payment_branch_idx on public.payment (branch);
create statistics public.payment_place (mcv) on branch, desk from public.payment;

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

create materialized view public.visit_of_page as
select page, day, n from public.visit;

-- More rows than ANALYZE looks at by default, which would find other statistics each time.
alter table public.address alter column id set statistics 200;

insert into public.address
select
    n,
    n % 50,
    n % 50
from generate_series(1, 50000) as n;

insert into public.branch
select generate_series(1, 50);

insert into public.place
select
    n,
    n
from generate_series(0, 49) as n;

-- ANALYZE looks at every row, also where all other columns are sampled less.
alter table public.payment alter column id set statistics 100;

insert into public.payment (id, method, branch, desk)
select
    n,
    case when n % 400 = 0 then 'voucher' when n % 100 < 40 then 'cash' else 'card' end,
    n % 50,
    n % 50
from generate_series(1, 29000) as n;
