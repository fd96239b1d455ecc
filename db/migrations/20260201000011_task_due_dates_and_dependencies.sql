-- What tasks could not say: when they are due, and which of them wait for others.

-- migrate:up

alter table public.tasks
add column due_date date,
add constraint tasks_project_id_id_key unique using index tasks_project_id_id_key;
comment on column public.tasks.due_date is
    'Last day on which it may be finished without being overdue; null while there is no promise.';
comment on constraint tasks_project_id_id_key on public.tasks is
    'Lets other rows refer to a task together with its project, and so stay within the project.';

create type public.task_dependency_kind_enum as enum (
    'finish_to_start',
    'start_to_start',
    'finish_to_finish',
    'start_to_finish'
);
comment on type public.task_dependency_kind_enum is
    'What a dependency ties: the first word is the predecessor''s end, the last the successor''s.';

create table public.task_dependencies (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    predecessor_id uuid not null,
    successor_id uuid not null,
    kind public.task_dependency_kind_enum not null default 'finish_to_start',
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Constraints
    constraint task_dependencies_pkey primary key (id),
    constraint task_dependencies_project_id_predecessor_id_successor_id_key
        unique (project_id, predecessor_id, successor_id),
    constraint task_dependencies_predecessor_id_fkey
        foreign key (project_id, predecessor_id) references public.tasks (project_id, id)
            on delete cascade,
    constraint task_dependencies_successor_id_fkey
        foreign key (project_id, successor_id) references public.tasks (project_id, id)
            on delete cascade,
    constraint task_dependencies_created_by_fkey
        foreign key (created_by) references public.users (id),
    constraint task_dependencies_no_self_reference_check check (predecessor_id <> successor_id)
);

comment on table public.task_dependencies is
    'Which task waits for which, within one project and never in a circle.';
comment on column public.task_dependencies.id is
    'For tools that want a single key; predecessor and successor identify a dependency as well.';
comment on column public.task_dependencies.project_id is
    'Project of both tasks; two foreign keys hold them there.';
comment on column public.task_dependencies.predecessor_id is
    'Task that is waited for; deleting it ends the wait.';
comment on column public.task_dependencies.successor_id is
    'Task that waits; deleting it ends the wait.';
comment on column public.task_dependencies.kind is
    'Which end of the successor waits for which end of the predecessor.';
comment on column public.task_dependencies.created_at is 'When the dependency was entered.';
comment on column public.task_dependencies.updated_at is
    'When any column last changed; set by trigger.';
comment on column public.task_dependencies.created_by is 'User who entered the dependency.';
comment on constraint task_dependencies_predecessor_id_fkey on public.task_dependencies is
    'The predecessor exists and belongs to the project.';
comment on constraint task_dependencies_successor_id_fkey on public.task_dependencies is
    'The successor exists and belongs to the project.';
comment on constraint task_dependencies_no_self_reference_check on public.task_dependencies is
    'No task waits for itself; longer circles are refused by a trigger.';

-- The unique key finds the dependencies of a predecessor; these find the others.

create index task_dependencies_project_id_successor_id_idx on public.task_dependencies (
    project_id,
    successor_id
);
comment on index public.task_dependencies_project_id_successor_id_idx is
    'Finds what a task waits for, and the dependencies of a successor that is deleted.';

create index task_dependencies_created_by_idx on public.task_dependencies (created_by);
comment on index public.task_dependencies_created_by_idx is
    'Finds the dependencies that a user entered when the user is to be deleted.';

create trigger _100_set_updated_at
before update on public.task_dependencies
for each row
execute function public.set_updated_at();
comment on trigger _100_set_updated_at on public.task_dependencies is
    'Stamps updated_at on every update, even one that changes no value.';

-- migrate:down

drop table public.task_dependencies;
drop type public.task_dependency_kind_enum;

alter table public.tasks drop constraint tasks_project_id_id_key, drop column due_date;
-- Dropping the constraint dropped the index that the migration before made.
create unique index tasks_project_id_id_key on public.tasks (project_id, id);
