create schema store;
create table public.book (id bigint unique not null);
create table store.log (at timestamptz) partition by range (at);
create table store.log_old partition of store.log default;
