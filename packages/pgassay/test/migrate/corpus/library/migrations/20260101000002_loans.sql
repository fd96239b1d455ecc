-- migrate:up

create schema lending;

create table lending.loans (
    book_id bigint not null references books (id) on delete restrict,
    lent_at timestamptz not null default now(),
    returned_at timestamptz,
    primary key (book_id, lent_at),
    check (returned_at > lent_at)
);

create function lending.refuse_deletion() returns trigger
language plpgsql
set search_path = ''
as $$
begin
    raise exception 'loans are history'
        using errcode = 'BD001';
end;
$$;

create trigger refuse_deletion before delete on lending.loans
for each row execute function lending.refuse_deletion();

alter table lending.loans enable row level security;
create policy loans_reader_select on lending.loans for select using (returned_at is null);

-- migrate:down

drop table lending.loans;
drop function lending.refuse_deletion();
drop schema lending;
