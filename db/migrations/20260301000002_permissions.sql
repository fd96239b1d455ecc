-- What each role may do, and where each person has which role. The texts are copies; their
-- sources are in functions/ and views/, here and in the next migrations.

-- migrate:up

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

-- The one place that says who may do what. In an organization the role of the membership decides;
-- users.role counts for the platform only, and grants nothing in any organization.

create or replace view public.user_permissions
with (security_invoker = true)
as
    select
        'platform' as scope,
        person.id as user_id,
        null::uuid as organization_id,
        null::uuid as project_id,
        person.role,
        person.permissions
    from public.users as person
    where person.is_active
    union all
    select
        'organization' as scope,
        membership.user_id,
        membership.organization_id,
        null::uuid as project_id,
        membership.role,
        public.role_permissions(membership.role) || membership.custom_permissions as permissions
    from
        public.team_memberships as membership
        join public.users as person on person.id = membership.user_id
    where membership.status = 'active' and person.is_active
    union all
    select
        'project' as scope,
        membership.user_id,
        membership.organization_id,
        project.id as project_id,
        membership.role,
        public.role_permissions(membership.role) || membership.custom_permissions as permissions
    from
        public.projects as project
        join public.team_memberships as membership
            on membership.organization_id = project.organization_id
        join public.users as person on person.id = membership.user_id
    where membership.status = 'active' and person.is_active
    union all
    -- A project of no organization belongs to its creator alone.
    select
        'project' as scope,
        project.created_by as user_id,
        null::uuid as organization_id,
        project.id as project_id,
        'admin'::public.user_role_enum as role,
        public.role_permissions('admin') as permissions
    from
        public.projects as project
        join public.users as person on person.id = project.created_by
    where project.organization_id is null and person.is_active;

comment on view public.user_permissions is
    'What each active person may do on the platform, in each organization and in each project.';
comment on column public.user_permissions.scope is
    'Where the row counts: platform, organization or project.';
comment on column public.user_permissions.user_id is
    'The person; whoever is inactive, or no active member, has no row.';
comment on column public.user_permissions.organization_id is
    'Organization of the membership; null on the platform and for a personal project.';
comment on column public.user_permissions.project_id is
    'Project in which the row counts; null for the two wider scopes.';
comment on column public.user_permissions.role is
    'Role that decides there: of the membership, or users.role on the platform.';
comment on column public.user_permissions.permissions is
    'Names of what the person may do there: those of the role, then those added for the person.';

create or replace function public.has_permission(
    p_user_id uuid,
    p_project_id uuid,
    p_permission text
)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.user_permissions as held
            where
                held.user_id = p_user_id
                and held.project_id = p_project_id
                and p_permission = any (held.permissions)
        );
$$;

comment on function public.has_permission is
    'Whether a person may do something in a project, as the view user_permissions says.';

create or replace function public.require_permission(
    p_actor_id uuid,
    p_project_id uuid,
    p_permission text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not public.has_permission(p_actor_id, p_project_id, p_permission) then
        raise sqlstate 'BD502'
        using
            message = format('this takes the permission %s', p_permission),
            detail = format('user %s does not have it in project %s', p_actor_id, p_project_id),
            hint = 'public.user_permissions lists who may do what.';
    end if;
end;
$$;

comment on function public.require_permission is
    'Refuses with BD502 unless the person may do this in the project.';

create or replace function public.require_eligible(
    p_user_id uuid,
    p_project_id uuid,
    p_permission text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not public.has_permission(p_user_id, p_project_id, p_permission) then
        raise sqlstate 'BD508'
        using
            message = format('this is given to somebody with the permission %s only', p_permission),
            detail = format('user %s does not have it in project %s', p_user_id, p_project_id),
            hint = 'public.user_permissions lists who may do what.';
    end if;
end;
$$;

comment on function public.require_eligible is
    'Refuses with BD508 to give somebody a task or a vote who could do nothing with it.';

-- migrate:down

drop function public.require_eligible;
drop function public.require_permission;
drop function public.has_permission;
drop view public.user_permissions;
drop function public.role_permissions;
