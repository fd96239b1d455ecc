-- What makes writers of one hierarchy wait for each other, or fail, instead of closing a circle
-- together. A later migration makes the triggers that use it.

-- migrate:up

create table public.hierarchy_guards (
    project_id uuid not null,
    hierarchy text not null,
    locked_by xid8 not null,
    constraint hierarchy_guards_pkey primary key (project_id, hierarchy),
    constraint hierarchy_guards_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint hierarchy_guards_hierarchy_is_known_check
        check (
            hierarchy in ('tasks', 'requirements', 'architecture_decisions', 'task_dependencies')
        )
)
with (fillfactor = 50);

comment on table public.hierarchy_guards is
    'Locks, as rows: one a project and hierarchy. Written by triggers only, of interest to nobody.';
comment on column public.hierarchy_guards.project_id is
    'Project whose hierarchy is guarded; deleting the project deletes the guard.';
comment on column public.hierarchy_guards.hierarchy is 'Table whose rows form the hierarchy.';
comment on column public.hierarchy_guards.locked_by is
    'Transaction that last took the guard; one that finds its own number need not take it again.';
comment on constraint hierarchy_guards_hierarchy_is_known_check on public.hierarchy_guards is
    'The four tables whose rows refer to each other.';

-- migrate:down

drop table public.hierarchy_guards;
