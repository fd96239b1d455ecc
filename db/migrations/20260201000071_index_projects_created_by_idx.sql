-- Finds the projects of a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently projects_created_by_idx on public.projects (created_by);

-- migrate:down transaction:false
drop index concurrently public.projects_created_by_idx;
