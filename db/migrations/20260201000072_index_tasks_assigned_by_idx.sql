-- Finds what was assigned by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently tasks_assigned_by_idx on public.tasks (assigned_by)
where assigned_by is not null;

-- migrate:down transaction:false
drop index concurrently public.tasks_assigned_by_idx;
