-- Serves project_tasks_newest, page by page.

-- migrate:up transaction:false
create index concurrently tasks_project_id_created_at_idx on public.tasks (
    project_id,
    created_at desc,
    id desc
);

-- migrate:down transaction:false
drop index concurrently public.tasks_project_id_created_at_idx;
