-- The key that rules of the form "in the same project" refer to.

-- migrate:up transaction:false
create unique index concurrently tasks_project_id_id_key on public.tasks (project_id, id);

-- migrate:down transaction:false
drop index concurrently public.tasks_project_id_id_key;
