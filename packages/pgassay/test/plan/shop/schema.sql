-- A small shop with rows whose distribution is known: customer 1 has most sales, state 'open' is rare.

create table public.customer (
    id int primary key,
    email varchar(100) not null,
    country text not null,
    referred_by int references public.customer (id)
);

create unique index customer_email_idx on public.customer (email);

create table public.product (
    id int primary key,
    name text not null,
    price numeric(8, 2) not null,
    tags text[] not null
);

create index product_tags_idx on public.product using gin (tags);

create table public.sale (
    id int primary key,
    customer_id int not null references public.customer (id),
    state text not null,
    placed_on date not null,
    placed_at timestamptz not null,
    note text
);

create index sale_customer_id_placed_on_idx on public.sale (customer_id, placed_on);
create index sale_open_idx on public.sale (placed_at) where state = 'open';
create index sale_placed_on_idx on public.sale (placed_on);

create table public.sale_line (
    sale_id int not null references public.sale (id),
    number int not null,
    product_id int not null references public.product (id),
    quantity int not null,
    primary key (sale_id, number)
);

create schema archive;

create table archive.sale (
    id int primary key,
    "Reason" text not null
);

insert into public.customer
select
    n,
    'customer' || n || '@example.com',
    (array['at', 'be', 'ch', 'de'])[1 + n % 4],
    nullif(n / 3, 0)
from generate_series(1, 1000) as n;

insert into public.product
select
    n,
    'product ' || n,
    n % 90 + 0.5,
    array['tag' || n % 50, 'group' || n % 3]
from generate_series(1, 2000) as n;

insert into public.sale
select
    n,
    case when n % 10 = 0 then 1 else 2 + n % 999 end,
    case when n % 50 = 0 then 'open' else 'done' end,
    date '2024-01-01' + n / 30,
    timestamptz '2024-01-01 00:00:00+00' + n * interval '48 minutes',
    case when n % 100 = 0 then repeat('n', 100) end
from generate_series(1, 20000) as n;

insert into public.sale_line
select
    1 + n / 3,
    n % 3,
    1 + n % 2000,
    1 + n % 7
from generate_series(0, 58999) as n;

-- More rows than ANALYZE looks at by default, which would find other statistics each time.
alter table public.sale_line alter column quantity set statistics 200;

insert into archive.sale
select
    n,
    'reason ' || n % 5
from generate_series(1, 3000) as n;
