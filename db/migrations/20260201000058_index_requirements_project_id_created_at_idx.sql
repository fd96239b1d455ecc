-- Serves the history of a project's requirements, and finds those of a project to be deleted.

-- migrate:up transaction:false
create index concurrently requirements_project_id_created_at_idx on public.requirements (
    project_id,
    created_at desc
);

-- migrate:down transaction:false
drop index concurrently public.requirements_project_id_created_at_idx;
