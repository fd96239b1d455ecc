create domain required_text as text not null;

create table person (
    id integer primary key,
    counter bigint generated always as identity,
    name text not null,
    nick text,
    title required_text,
    "Order" text not null,
    checked text constraint checked_check check (checked is not null)
);

create table log (day date not null) partition by range (day);
create table log_old partition of log for values from (minvalue) to ('2026-01-01');

create view names as select name from person;
create table schema_migrations (version text primary key);
