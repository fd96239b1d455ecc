-- The one list of what each role may do. A membership's custom_permissions come on top of it, in
-- the view user_permissions; nothing else grants anything.

create or replace function public.role_permissions(p_role public.user_role_enum)
returns text[]
language sql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select
        case
            when p_role in ('admin', 'project_manager') then array[
                'approval.decide',
                'approval.manage',
                'approval.request',
                'project.close',
                'project.manage',
                'project.view',
                'task.create',
                'task.manage',
                'task.review',
                'task.work'
            ]
            when p_role in ('architect', 'tech_lead') then array[
                'approval.decide',
                'approval.request',
                'project.view',
                'task.create',
                'task.manage',
                'task.review',
                'task.work'
            ]
            when p_role = 'qa_engineer' then array[
                'approval.decide',
                'approval.request',
                'project.view',
                'task.create',
                'task.review',
                'task.work'
            ]
            when p_role in ('developer', 'designer', 'business_analyst') then array[
                'approval.decide',
                'approval.request',
                'project.view',
                'task.create',
                'task.work'
            ]
            when p_role = 'stakeholder' then array[
                'approval.decide',
                'approval.request',
                'project.view'
            ]
            when p_role = 'viewer' then array['project.view']
            else '{}'
        end;
$$;

comment on function public.role_permissions is
    'Names of the permissions that come with a role, in alphabetical order.';
