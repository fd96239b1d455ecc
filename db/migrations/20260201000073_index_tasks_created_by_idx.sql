-- Finds the tasks entered by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently tasks_created_by_idx on public.tasks (created_by);

-- migrate:down transaction:false
drop index concurrently public.tasks_created_by_idx;
