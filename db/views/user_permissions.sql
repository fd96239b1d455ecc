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
