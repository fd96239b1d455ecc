-- The terminals in the hall: a member sees the catalogue, and his own loans.

-- migrate:up

-- Roles belong to the cluster, and another database of it may hold this schema: what is there is
-- taken as it is, and the down half leaves it.
do $$
begin
    create role library_patron nologin;
exception
    when duplicate_object or unique_violation then null;
end;
$$;

create function library.current_member_id()
returns integer
language sql
stable
set search_path = ''
as $$
    select nullif(pg_catalog.current_setting('library.member_id', true), '')::integer;
$$;
comment on function library.current_member_id() is
    'Whose card is in the terminal: the setting library.member_id. Null if there is none.';

grant usage on schema library to library_patron;
grant select
on library.branches,
library.subjects,
library.books,
library.copies,
library.loans,
library.overdue_loans
to library_patron;

alter table library.loans enable row level security;

create policy loans_patron_select on library.loans
for select
to library_patron
using (member_id = (select library.current_member_id()));
comment on policy loans_patron_select on library.loans is 'A member sees his own loans.';

-- migrate:down

drop policy loans_patron_select on library.loans;

alter table library.loans disable row level security;

revoke select
on library.branches,
library.subjects,
library.books,
library.copies,
library.loans,
library.overdue_loans
from library_patron;
revoke usage on schema library from library_patron;

drop function library.current_member_id();
