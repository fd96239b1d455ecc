-- A ledger: domains, amounts that add up, states with times, keys of two columns, one table in a schema of its own.
create domain currency as char(3) check (value ~ '^[A-Z]{3}$');
create domain minor_units as bigint check (value >= 0);
create type entry_side as enum ('debit', 'credit');
create type payment_state as enum ('created', 'authorised', 'captured', 'failed', 'refunded');
create schema ledger;

create table ledger.book (
    id integer generated always as identity primary key,
    name varchar(40) not null unique,
    currency currency not null,
    opened_on date not null,
    closed_on date,
    check (closed_on >= opened_on)
);

create table ledger.account (
    book_id integer not null references ledger.book,
    number varchar(10) not null check (number ~ '^[1-9][0-9]{3,5}$'),
    title text not null check (length(btrim(title)) > 0),
    parent_number varchar(10),
    is_leaf boolean not null default true,
    primary key (book_id, number),
    foreign key (book_id, parent_number) references ledger.account (book_id, number)
);

create table payment (
    id bigserial primary key,
    reference uuid not null unique default gen_random_uuid(),
    state payment_state not null default 'created',
    currency currency not null,
    net minor_units not null check (net > 0),
    tax minor_units not null default 0,
    total minor_units not null,
    created_at timestamptz not null default now(),
    authorised_at timestamptz,
    captured_at timestamptz,
    failure_reason text,
    constraint total_is_sum check (total = net + tax),
    constraint tax_is_part check (tax <= net),
    constraint failed_says_why check ((state = 'failed') = (failure_reason is not null)),
    constraint captured_has_time check ((state in ('captured', 'refunded')) = (captured_at is not null)),
    constraint in_order check (authorised_at >= created_at and captured_at >= authorised_at),
    constraint captured_was_authorised check (captured_at is null or authorised_at is not null)
);

create table entry (
    payment_id bigint not null references payment on delete cascade,
    line smallint not null check (line between 1 and 50),
    book_id integer not null,
    account_number varchar(10) not null,
    side entry_side not null,
    amount numeric(14, 2) not null check (amount > 0),
    signed_amount numeric(14, 2) generated always as (
        case when side = 'debit' then amount else - amount end
    ) stored,
    primary key (payment_id, line),
    foreign key (book_id, account_number) references ledger.account (book_id, number)
);

create index entry_account_idx on entry (book_id, account_number);
