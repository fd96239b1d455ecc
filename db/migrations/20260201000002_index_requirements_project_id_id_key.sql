-- The key that rules of the form "in the same project" refer to.

-- migrate:up transaction:false
create unique index concurrently requirements_project_id_id_key on public.requirements (
    project_id,
    id
);

-- migrate:down transaction:false
drop index concurrently public.requirements_project_id_id_key;
