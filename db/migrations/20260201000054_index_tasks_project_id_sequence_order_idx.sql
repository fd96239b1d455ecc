-- Serves root_tasks: the top level, which idx_tasks_parent_sequence leaves out.

-- migrate:up transaction:false
create index concurrently tasks_project_id_sequence_order_idx on public.tasks (
    project_id,
    sequence_order,
    id
)
where parent_task_id is null;

-- migrate:down transaction:false
drop index concurrently public.tasks_project_id_sequence_order_idx;
