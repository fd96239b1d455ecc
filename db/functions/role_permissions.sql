-- The one list of what each role may do. A membership's custom_permissions come on top of it, in the
-- view user_permissions; nothing else grants anything.

create or replace function public.role_permissions(p_role public.user_role_enum)
returns text[]
language sql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(granted.permission order by granted.permission), '{}')
    from (
        values
            (
                'approval.decide',
                '{admin,project_manager,architect,tech_lead,developer,designer,qa_engineer,
                business_analyst,stakeholder}'
            ),
            ('approval.manage', '{admin,project_manager}'),
            (
                'approval.request',
                '{admin,project_manager,architect,tech_lead,developer,designer,qa_engineer,
                business_analyst,stakeholder}'
            ),
            ('project.close', '{admin,project_manager}'),
            ('project.manage', '{admin,project_manager}'),
            (
                'project.view',
                '{admin,project_manager,architect,tech_lead,developer,designer,qa_engineer,
                business_analyst,stakeholder,viewer}'
            ),
            (
                'task.create',
                '{admin,project_manager,architect,tech_lead,developer,designer,qa_engineer,
                business_analyst}'
            ),
            ('task.manage', '{admin,project_manager,architect,tech_lead}'),
            ('task.review', '{admin,project_manager,architect,tech_lead,qa_engineer}'),
            (
                'task.work',
                '{admin,project_manager,architect,tech_lead,developer,designer,qa_engineer,
                business_analyst}'
            )
    ) as granted (permission, roles)
    where p_role = any (granted.roles::public.user_role_enum[]);
$$;

comment on function public.role_permissions is
    'Names of the permissions that come with a role, in alphabetical order.';
