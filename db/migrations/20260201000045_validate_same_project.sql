-- Looks at every row for the foreign keys that so far hold for new ones only; readers and writers
-- go on meanwhile. A row of the wrong project stops the migration: mend it and run it again.

-- migrate:up

alter table public.tasks
validate constraint tasks_project_id_parent_task_id_fkey;

alter table public.requirements
validate constraint requirements_project_id_parent_requirement_id_fkey,
validate constraint requirements_project_id_lineage_id_fkey;

alter table public.architecture_decisions
validate constraint architecture_decisions_project_id_superseded_by_fkey;

alter table public.approval_requests
validate constraint approval_requests_project_id_workflow_id_fkey;

-- migrate:down

-- A rule that was found to hold needs no undoing; its own migration drops it.
select;
