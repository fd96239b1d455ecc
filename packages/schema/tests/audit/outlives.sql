-- The audit log outlives what it tells of.

begin;

select plan(28);

-- Deletions by statement.

create temporary table doomed as
select
    tap.an_organization() as organization_id,
    tap.a_user() as user_id;

alter table doomed add column project_id uuid;
update doomed
set project_id = tap.a_project(jsonb_build_object('organization_id', organization_id));

select tap.an_audit_log(to_jsonb(doomed) || jsonb_build_object('impersonated_by', user_id))
from doomed;

select lives_ok(
    format('delete from public.%I where id = %L', table_name, to_jsonb(doomed) ->> column_name),
    format('a row of %s may be deleted though entries refer to it', table_name)
)
from
    doomed
    cross join (values
        (1, 'projects', 'project_id'),
        (2, 'organizations', 'organization_id'),
        (3, 'users', 'user_id')
    ) as ending (place, table_name, column_name)
order by place;

select is(count(*), 1::bigint, format('the deletion of a row of %s is on record', table_name))
from
    doomed
    cross join (values
        ('projects', 'project_id'),
        ('organizations', 'organization_id'),
        ('users', 'user_id')
    ) as ending (table_name, column_name)
    join public.audit_logs as entry
        on entry.target_type = table_name
        and entry.target_id = (to_jsonb(doomed) ->> column_name)::uuid
        and entry.event_action = 'delete'
group by table_name
order by table_name;

select is(
    (project_id, organization_id, user_id, impersonated_by),
    (select (project_id, organization_id, user_id, user_id) from doomed),
    'earlier entries still name what is gone'
)
from public.audit_logs
where event_action = 'renamed a chart';

select is(
    entry.organization_id,
    doomed.organization_id,
    'the end of a project names its organization'
)
from
    doomed
    join public.audit_logs as entry
        on entry.target_id = doomed.project_id and entry.event_action = 'delete';

select is(count(*), 4::bigint, 'the references are on record, and not enforced')
from pg_catalog.pg_constraint
where conrelid = 'public.audit_logs'::regclass and contype = 'f' and not conenforced;

-- Purging a project.

create temporary table survey as
select
    organization_id,
    tap.a_project(jsonb_build_object('organization_id', organization_id)) as project_id
from (select tap.an_organization() as organization_id) as owner;

create temporary table belonging as
with
    task as (
        select tap.a_task(jsonb_build_object('project_id', project_id)) as id from survey
    ),
    meeting as (
        select tap.a_collaboration_session(jsonb_build_object('project_id', project_id)) as id
        from survey
    ),
    request as (
        select
            tap.an_approval_request(
                jsonb_build_object(
                    'project_id', project_id,
                    'workflow_id', tap.an_approval_workflow(
                        jsonb_build_object('project_id', project_id)
                    ),
                    'subject_id', task.id
                )
            ) as id
        from survey, task
    )
select 'collaboration_sessions' as table_name, id from meeting
union all
select 'session_participants', tap.a_session_participant(jsonb_build_object('session_id', id))
from meeting
union all
select 'approval_requests', id from request
union all
select 'approval_responses', tap.an_approval_response(jsonb_build_object('request_id', id))
from request
union all
select 'tasks', id from task
union all
select 'requirements', tap.a_requirement(jsonb_build_object('project_id', project_id)) from survey
union all
select
    'architecture_decisions',
    tap.an_architecture_decision(jsonb_build_object('project_id', project_id))
from survey
union all
select 'project_risks', tap.a_project_risk(jsonb_build_object('project_id', project_id))
from survey
union all
select 'project_analytics', tap.a_project_snapshot(jsonb_build_object('project_id', project_id))
from survey
union all
select 'projects', project_id from survey;

select lives_ok(
    format('call public.purge_project(%L, %L)', project_id, 'asked for by the customer'),
    'a project may be purged with all that belongs to it'
)
from survey;

select is(
    (entry.project_id, entry.organization_id),
    (survey.project_id, survey.organization_id),
    format('the end of a row of %s names project and organization', table_name)
)
from
    survey
    cross join belonging
    left join public.audit_logs as entry
        on entry.target_type = table_name
        and entry.target_id = belonging.id
        and entry.event_action = 'delete'
order by table_name;

select is(event_description, 'asked for by the customer', 'the purge and its reason are on record')
from
    survey
    join public.audit_logs as entry using (project_id)
where event_action = 'project.purged';

select throws_ok(
    format('call public.purge_project(%L, null)', project_id),
    'BD805',
    null,
    'a project that is gone may not be purged'
)
from survey;

-- Purging a user.

create temporary table leaver as
select
    tap.a_user('{"first_name": "Ada"}') as inert_id,
    tap.a_user('{"first_name": "Bea"}') as author_id;

select tap.a_task(jsonb_build_object('created_by', author_id)) from leaver;
select tap.a_team_membership(jsonb_build_object('user_id', author_id)) from leaver;

select lives_ok(
    format('call public.purge_user(%L, %L)', id, 'asked to be forgotten'),
    format('%s may be purged', description)
)
from
    leaver,
    lateral (values
        (inert_id, 'a user to whom nothing refers'),
        (author_id, 'a user who made something')
    ) as purged (id, description);

select is_empty(
    format('select from public.users where id = %L', inert_id),
    'a user to whom nothing refers is gone'
)
from leaver;

select is(
    (first_name, is_active, email),
    (null::varchar, false, format('purged-%s@bduf.invalid', author_id)::varchar),
    'of a user who made something nothing personal is left'
)
from
    leaver
    join public.users on users.id = author_id;

select is_empty(
    format('select from public.team_memberships where user_id = %L', author_id),
    'memberships of a purged user are gone'
)
from leaver;

select throws_ok(
    'call public.purge_user(''00000000-0000-0000-0000-00000000dead'', null)',
    'BD805',
    null,
    'an unknown user may not be purged'
);

select * from finish();

rollback;
