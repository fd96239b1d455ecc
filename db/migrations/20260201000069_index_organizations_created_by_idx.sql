-- Finds the organizations of a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently organizations_created_by_idx on public.organizations (created_by);

-- migrate:down transaction:false
drop index concurrently public.organizations_created_by_idx;
