-- Serves overdue_tasks; the query has to rule out ended tasks by the same literals.

-- migrate:up transaction:false
create index concurrently tasks_project_id_due_date_idx on public.tasks (project_id, due_date)
where due_date is not null and status not in ('completed', 'cancelled', 'approved', 'rejected');

-- migrate:down transaction:false
drop index concurrently public.tasks_project_id_due_date_idx;
