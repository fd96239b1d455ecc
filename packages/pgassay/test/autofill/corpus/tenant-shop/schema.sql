-- A shop of many tenants: every key begins with the tenant, and so does every reference.
create table tenant (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    plan text not null default 'free' check (plan in ('free', 'pro', 'enterprise')),
    seats integer check (plan = 'enterprise' or seats <= 10)
);

create table customer (
    tenant_id uuid not null references tenant on delete cascade,
    id bigint not null,
    email text not null,
    phone text,
    country_code char(2) not null,
    deleted_at timestamptz,
    primary key (tenant_id, id),
    constraint reachable check (num_nonnulls(email, phone) >= 1)
);

create unique index customer_email_key on customer (tenant_id, lower(email)) where deleted_at is null;

create table product (
    tenant_id uuid not null references tenant on delete cascade,
    sku varchar(12) not null,
    title text not null,
    price numeric(10, 2) not null check (price > 0),
    sale_price numeric(10, 2),
    tags text[] not null default '{}',
    primary key (tenant_id, sku),
    constraint sale_is_cheaper check (sale_price is null or sale_price < price)
);

create table purchase (
    tenant_id uuid not null,
    id bigint not null,
    customer_id bigint not null,
    ordered_at timestamptz not null,
    shipped_at timestamptz,
    delivered_at timestamptz,
    status text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    constraint known_status check (status in ('open', 'shipped', 'delivered', 'cancelled')),
    constraint status_has_times check (
        case status
            when 'open' then shipped_at is null and delivered_at is null
            when 'shipped' then shipped_at is not null and delivered_at is null
            when 'delivered' then shipped_at is not null and delivered_at is not null
            else delivered_at is null
        end
    ),
    constraint times_in_order check (ordered_at <= shipped_at and shipped_at <= delivered_at)
);

create table purchase_line (
    tenant_id uuid not null,
    purchase_id bigint not null,
    position integer not null check (position > 0),
    sku varchar(12) not null,
    quantity integer not null check (quantity > 0),
    discount_percent numeric(5, 2) not null default 0 check (discount_percent >= 0 and discount_percent < 100),
    primary key (tenant_id, purchase_id, position),
    foreign key (tenant_id, purchase_id) references purchase (tenant_id, id) on delete cascade,
    foreign key (tenant_id, sku) references product (tenant_id, sku)
);

create table review (
    tenant_id uuid not null,
    sku varchar(12) not null,
    customer_id bigint not null,
    stars smallint not null check (stars in (1, 2, 3, 4, 5)),
    body text,
    primary key (tenant_id, sku, customer_id),
    foreign key (tenant_id, sku) references product (tenant_id, sku),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
