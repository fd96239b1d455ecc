-- Finds the requirements written by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently requirements_created_by_idx on public.requirements (created_by);

-- migrate:down transaction:false
drop index concurrently public.requirements_created_by_idx;
