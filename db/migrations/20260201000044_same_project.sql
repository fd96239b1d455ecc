-- What belongs together belongs to one project: foreign keys that take the project along, beside
-- those of the specification. Holds for new rows at once; the next migration looks at the old ones.

-- migrate:up

alter table public.architecture_decisions
add constraint architecture_decisions_project_id_id_key
    unique using index architecture_decisions_project_id_id_key;
comment on constraint architecture_decisions_project_id_id_key on public.architecture_decisions is
    'Lets other rows refer to a decision together with its project, and so stay within it.';

alter table public.approval_workflows
add constraint approval_workflows_project_id_id_key
    unique using index approval_workflows_project_id_id_key;
comment on constraint approval_workflows_project_id_id_key on public.approval_workflows is
    'Lets requests refer to a workflow together with its project, and so stay within it.';

alter table public.requirements
add constraint requirements_lineage_id_version_key
    unique using index requirements_lineage_id_version_key;
comment on constraint requirements_lineage_id_version_key on public.requirements is
    'The versions of one requirement differ in their number.';

comment on index public.requirements_one_current_version_key is
    'One version of a requirement is in force: retire the old one before the new one comes.';

alter table public.tasks
add constraint tasks_project_id_parent_task_id_fkey
    foreign key (project_id, parent_task_id) references public.tasks (project_id, id)
        on delete cascade
        not valid;
comment on constraint tasks_project_id_parent_task_id_fkey on public.tasks is
    'A task and its parts belong to one project.';

alter table public.requirements
add constraint requirements_project_id_parent_requirement_id_fkey
    foreign key (project_id, parent_requirement_id) references public.requirements (project_id, id)
        not valid,
add constraint requirements_project_id_lineage_id_fkey
    foreign key (project_id, lineage_id) references public.requirements (project_id, id) not valid;
comment on constraint requirements_project_id_parent_requirement_id_fkey on public.requirements is
    'A requirement and those that refine it belong to one project.';
comment on constraint requirements_project_id_lineage_id_fkey on public.requirements is
    'All versions of a requirement belong to one project, and the first is kept while others are.';

alter table public.architecture_decisions
add constraint architecture_decisions_project_id_superseded_by_fkey
    foreign key (project_id, superseded_by) references public.architecture_decisions (
        project_id,
        id
    )
        not valid;
comment on constraint architecture_decisions_project_id_superseded_by_fkey on public.architecture_decisions is
    'A decision is superseded within its project.';

alter table public.approval_requests
add constraint approval_requests_project_id_workflow_id_fkey
    foreign key (project_id, workflow_id) references public.approval_workflows (project_id, id)
        not valid;
comment on constraint approval_requests_project_id_workflow_id_fkey on public.approval_requests is
    'A request follows a workflow of its own project.';

-- migrate:down

alter table public.approval_requests
drop constraint approval_requests_project_id_workflow_id_fkey;
alter table public.architecture_decisions
drop constraint architecture_decisions_project_id_superseded_by_fkey;
alter table public.requirements
drop constraint requirements_project_id_lineage_id_fkey,
drop constraint requirements_project_id_parent_requirement_id_fkey;
alter table public.tasks drop constraint tasks_project_id_parent_task_id_fkey;

comment on index public.requirements_one_current_version_key is null;

-- Dropping these constraints drops the indexes that the migrations before made.
alter table public.requirements drop constraint requirements_lineage_id_version_key;
create unique index requirements_lineage_id_version_key on public.requirements (
    lineage_id,
    version
);

alter table public.approval_workflows drop constraint approval_workflows_project_id_id_key;
create unique index approval_workflows_project_id_id_key on public.approval_workflows (
    project_id,
    id
);

alter table public.architecture_decisions
drop constraint architecture_decisions_project_id_id_key;
create unique index architecture_decisions_project_id_id_key on public.architecture_decisions (
    project_id,
    id
);
