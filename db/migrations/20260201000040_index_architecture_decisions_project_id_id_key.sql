-- The key that rules of the form "in the same project" refer to.

-- migrate:up transaction:false
create unique index concurrently architecture_decisions_project_id_id_key on public.architecture_decisions (
    project_id,
    id
);

-- migrate:down transaction:false
drop index concurrently public.architecture_decisions_project_id_id_key;
