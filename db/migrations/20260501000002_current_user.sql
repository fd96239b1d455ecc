-- What policies ask: who the current user is and what is theirs. Each is called once a statement,
-- as (select f()), and gives an array, so that a policy is a condition that an index can serve.

-- migrate:up

-- The application signs a user in and then says, at the start of each transaction,
-- `set local bduf.user_id = '<id>'`. Nothing here proves it: whoever may send free SQL as the
-- application's role may name anybody. After the transaction the setting is an empty text.

create or replace function public.current_user_id()
returns uuid
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select account.id
    from public.users as account
    where
        account.id = nullif(current_setting('bduf.user_id', true), '')::uuid
        and account.is_active;
$$;

comment on function public.current_user_id is
    'User for whom the transaction acts, from bduf.user_id; null for nobody and for the inactive.';

grant execute on function public.current_user_id to bduf_readonly;

create or replace function public.current_organization_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(membership.organization_id), '{}')
    from public.team_memberships as membership
    where membership.user_id = public.current_user_id() and membership.status = 'active';
$$;

comment on function public.current_organization_ids is
    'Organizations of which the current user is an active member. Reads past the policies.';

grant execute on function public.current_organization_ids to bduf_readonly;

create or replace function public.current_administered_organization_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(membership.organization_id), '{}')
    from public.team_memberships as membership
    where
        membership.user_id = public.current_user_id()
        and membership.role = 'admin'
        and membership.status = 'active';
$$;

comment on function public.current_administered_organization_ids is
    'Organizations in which the current user is an administrator. Reads past the policies.';

grant execute on function public.current_administered_organization_ids to bduf_readonly;

-- Two halves rather than one condition with "or", so that each is found by its own index.

create or replace function public.current_project_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(mine.id), '{}')
    from
        (
            select project.id
            from public.projects as project
            where project.organization_id = any ((select public.current_organization_ids())::uuid[])
            union all
            select project.id
            from public.projects as project
            where project.created_by = public.current_user_id() and project.organization_id is null
        ) as mine;
$$;

comment on function public.current_project_ids is
    'Projects of the current user''s organizations, and personal ones. Reads past the policies.';

grant execute on function public.current_project_ids to bduf_readonly;

-- Whoever has left stays visible, for their name stands under what they did. Whoever never joined
-- is not visible, whatever the status: else an administrator could look at anybody by inviting
-- them.

create or replace function public.current_colleague_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(visible.user_id), '{}')
    from
        (
            select membership.user_id
            from public.team_memberships as membership
            where
                membership.organization_id = any (
                    (select public.current_organization_ids())::uuid[]
                )
                and membership.joined_at is not null
            union
            select public.current_user_id()
        ) as visible
    where visible.user_id is not null;
$$;

comment on function public.current_colleague_ids is
    'The current user and all who are or were in an organization with them. Reads past policies.';

grant execute on function public.current_colleague_ids to bduf_readonly;

create or replace function public.current_session_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(meeting.id), '{}')
    from public.collaboration_sessions as meeting
    where meeting.project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.current_session_ids is
    'Collaboration sessions of the current user''s projects. Reads past the policies.';

grant execute on function public.current_session_ids to bduf_readonly;

create or replace function public.current_approval_request_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(request.id), '{}')
    from public.approval_requests as request
    where request.project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.current_approval_request_ids is
    'Approval requests of the current user''s projects. Reads past the policies.';

grant execute on function public.current_approval_request_ids to bduf_readonly;

-- For the policies of tasks, which cannot look into tasks themselves.

create or replace function public.task_is_in_project(p_task_id uuid, p_project_id uuid)
returns boolean
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.tasks as task
            where task.id = p_task_id and task.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.task_is_in_project is
    'Whether it exists in that project, and the project is one of the current user''s.';

grant execute on function public.task_is_in_project to bduf_readonly;

-- For the policies of requirements, which cannot look into requirements themselves.

create or replace function public.requirement_is_in_project(
    p_requirement_id uuid,
    p_project_id uuid
)
returns boolean
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.requirements as requirement
            where requirement.id = p_requirement_id and requirement.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.requirement_is_in_project is
    'Whether it exists in that project, and the project is one of the current user''s.';

grant execute on function public.requirement_is_in_project to bduf_readonly;

-- For the policies of architecture_decisions, which cannot look into architecture_decisions
-- themselves.

create or replace function public.decision_is_in_project(p_decision_id uuid, p_project_id uuid)
returns boolean
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.architecture_decisions as decision
            where decision.id = p_decision_id and decision.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.decision_is_in_project is
    'Whether it exists in that project, and the project is one of the current user''s.';

grant execute on function public.decision_is_in_project to bduf_readonly;

-- migrate:down

drop function public.decision_is_in_project;
drop function public.requirement_is_in_project;
drop function public.task_is_in_project;
drop function public.current_approval_request_ids;
drop function public.current_session_ids;
drop function public.current_colleague_ids;
drop function public.current_project_ids;
drop function public.current_administered_organization_ids;
drop function public.current_organization_ids;
drop function public.current_user_id;
