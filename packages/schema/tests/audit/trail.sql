-- Audit trail: what triggers record of each change.

begin;

select plan(62);

-- Which tables are audited.

create temporary table not_audited (table_name, reason) as
values
    ('audit_logs', 'the trail itself'),
    ('audit_seals', 'only grows, and proves itself'),
    ('audit_retirements', 'only grows; each is an entry of the trail'),
    ('user_activities', 'a log of its own, shown and not evidence'),
    ('hierarchy_guards', 'a place to wait, without content'),
    ('schema_migrations', 'kept by the migration tool');

select set_eq(
    $$
        select format('%s on %s', event, relname)
        from
            pg_catalog.pg_class
            cross join unnest(array['delete', 'insert', 'update']) as recorded (event)
        where
            relnamespace = 'public'::regnamespace
            and relkind in ('r', 'p')
            and not exists (select from not_audited where table_name = relname)
            and not exists (
                select
                from pg_catalog.pg_trigger
                where
                    tgrelid = pg_class.oid
                    and tgname = '_800_audit_' || event
                    and tgenabled in ('O', 'A')
            )
    $$,
    array[]::text[],
    'every change of every business table is audited'
);

create function pg_temp.trail_of(p_id uuid)
returns setof public.audit_logs
language sql
as 'select * from public.audit_logs where target_id = p_id order by occurred_at, id';

-- The function that records updates of a table names its columns.

create function pg_temp.stale_recorders()
returns setof name
language sql
as $$
    select relname
    from
        pg_catalog.pg_trigger
        join pg_catalog.pg_class on pg_class.oid = tgrelid
        join pg_catalog.pg_proc on pg_proc.oid = tgfoid
    where
        tgname = '_800_audit_update' and prosrc <> public.audit_updates_source(tgrelid)
$$;

select is_empty(
    'select pg_temp.stale_recorders()',
    'what records updates of a table compares the columns that it has'
);

alter table public.tasks add column colour text;

select set_eq(
    'select pg_temp.stale_recorders()',
    array['tasks'::name],
    'a table that gets another column has to be audited anew'
);

call public.audit_table('public.tasks');

select is_empty('select pg_temp.stale_recorders()', 'which is all there is to do');

create temporary table painted as
select tap.a_task() as id;

update public.tasks set colour = 'red' where id = (select id from painted);

select is(new_values, '{"colour": "red"}', 'a column of later is recorded')
from painted, lateral pg_temp.trail_of(painted.id)
where event_action = 'update';

-- A change of a task, from insert to delete.

select set_config('bduf.user_id', '7b9a1f52-0f53-4b5e-8a71-d7b0a2d3c001', true);
select set_config('bduf.impersonated_by', '7b9a1f52-0f53-4b5e-8a71-d7b0a2d3c002', true);
select set_config('bduf.ip_address', '192.0.2.7', true);
select set_config('bduf.user_agent', 'sextant/1.0', true);
select set_config('bduf.request_id', repeat('r', 120), true);

create temporary table harbour as
select
    project_id,
    organization_id,
    tap.a_task(jsonb_build_object('project_id', project_id, 'title', 'Harbour')) as task_id
from
    (select tap.an_organization() as organization_id) as owner,
    lateral (
        select
            tap.a_project(jsonb_build_object('organization_id', organization_id)) as project_id
    ) as survey;

update public.tasks
set priority = 'high', title = 'Harbour'
where id = (select task_id from harbour);

update public.tasks set priority = 'high' where id = (select task_id from harbour);
delete from public.tasks where id = (select task_id from harbour);

select results_eq(
    'select event_action, event_type from harbour, lateral pg_temp.trail_of(task_id)',
    $$
        values
            ('insert'::varchar, 'data_change'::public.audit_event_type_enum),
            ('update', 'data_change'),
            ('delete', 'data_change')
    $$,
    'insert, update and delete are recorded, an update that changes nothing is not'
);

select is(count(*), 3::bigint, 'every entry names table, project and organization')
from
    harbour,
    lateral pg_temp.trail_of(task_id) as entry
where
    entry.target_type = 'tasks'
    and entry.project_id = harbour.project_id
    and entry.organization_id = harbour.organization_id;

select is(
    count(*),
    3::bigint,
    'every entry says who acted, for whom, from where and by which request'
)
from
    harbour,
    lateral pg_temp.trail_of(task_id) as entry
where
    entry.user_id = '7b9a1f52-0f53-4b5e-8a71-d7b0a2d3c001'
    and entry.impersonated_by = '7b9a1f52-0f53-4b5e-8a71-d7b0a2d3c002'
    and entry.ip_address = '192.0.2.7'
    and entry.user_agent = 'sextant/1.0'
    and entry.request_id = repeat('r', 100)
    and entry.metadata = jsonb_build_object('database_user', session_user);

select is(old_values, null, 'an insert has no former values')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'insert';

select is(new_values ->> 'title', 'Harbour', 'an insert records the new row')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'insert';

select ok(not new_values ? 'search_vector', 'an insert does not record the search vector')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'insert';

select is(old_values, '{"priority": "medium"}', 'an update records former values of what changed')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'update';

select is(new_values, '{"priority": "high"}', 'an update records later values of what changed')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'update';

select is(old_values ->> 'priority', 'high', 'a deletion records the row that is gone')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'delete';

select is(new_values, null, 'a deletion has no later values')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'delete';

select ok(not old_values ? 'search_vector', 'a deletion does not record the search vector')
from harbour, lateral pg_temp.trail_of(task_id)
where event_action = 'delete';

select ok(
    count(distinct occurred_at) = 3 and min(uuid_extract_version(entry.id)) = 7,
    'entries of one transaction have their own times, and ids in order of time'
)
from harbour, lateral pg_temp.trail_of(task_id) as entry;

-- Who acts.

select throws_ok(
    $$
        with settings as (select set_config('bduf.user_id', 'somebody', true) as user_id)
        select tap.a_user() from settings where user_id is not null
    $$,
    '22P02',
    null,
    'a change in the name of a malformed user is refused'
);

select set_config('bduf.user_id', '', true), set_config('bduf.impersonated_by', '', true);

create temporary table stranger as
select tap.a_user('{"username": "stranger"}') as id;

select is(user_id, null, 'without a setting nobody is signed in')
from stranger, lateral pg_temp.trail_of(stranger.id);

select is(
    metadata ->> 'database_user',
    session_user::text,
    'without a setting the entry still names the database user'
)
from stranger, lateral pg_temp.trail_of(stranger.id);

-- Secrets.

select ok(
    not new_values ?| array['password_hash', 'api_key_hash'],
    'no secret of a new user is recorded'
)
from stranger, lateral pg_temp.trail_of(stranger.id);

update public.users
set
    password_hash = '$argon2id$v=19$m=65536,t=3,p=4$bmV3c2FsdG5ldw$YW5vdGhlciBoYXNoIGhlcmU',
    api_key_hash = repeat('0f', 32),
    api_key_created_at = '2030-01-01T00:00:00Z'
where id = (select id from stranger);

select is(
    new_values - '{api_key_created_at, password_changed_at}'::text[],
    '{"password_hash": "redacted", "api_key_hash": "redacted"}',
    'a changed secret is recorded as changed, without its value'
)
from stranger, lateral pg_temp.trail_of(stranger.id)
where event_action = 'update';

select is(
    old_values - '{api_key_created_at, password_changed_at}'::text[],
    '{"password_hash": "redacted", "api_key_hash": "redacted"}',
    'nor is the former value of a secret recorded'
)
from stranger, lateral pg_temp.trail_of(stranger.id)
where event_action = 'update';

-- Values that come and go.

create temporary table described as
select tap.a_project_risk('{"mitigation_strategy": "Sail by day"}') as id;

update public.project_risks set mitigation_strategy = null where id = (select id from described);

select is(
    (old_values, new_values),
    ('{"mitigation_strategy": "Sail by day"}'::jsonb, '{"mitigation_strategy": null}'::jsonb),
    'a value that is taken away is recorded as null'
)
from described, lateral pg_temp.trail_of(described.id)
where event_action = 'update';

-- Rows that change their id.

create temporary table renumbered as
select tap.a_project_risk() as id, gen_random_uuid() as new_id;

update public.project_risks as risk
set id = new_id
from renumbered
where risk.id = renumbered.id;

select is(
    old_values ->> 'title',
    'The ship is late',
    'a row that gets another id is recorded as it was'
)
from renumbered, lateral pg_temp.trail_of(renumbered.id)
where event_action = 'update';

select is(new_values ->> 'id', new_id::text, 'and as it is')
from renumbered, lateral pg_temp.trail_of(new_id);

-- Many rows at once.

create temporary table sheets as
select tap.a_project() as project_id;

insert into public.tasks (project_id, title, created_by)
select project_id, 'Sheet ' || number, '00000000-0000-0000-0000-000000000001'
from sheets, generate_series(1, 3000) as number;

update public.tasks
set status = 'in_progress', started_at = now()
where project_id = (select project_id from sheets);

select is(
    count(*),
    3000::bigint,
    'a statement that changes many rows leaves an entry for each, with its own old and new values'
)
from
    sheets
    join public.audit_logs as entry using (project_id)
where
    event_action = 'update'
    and old_values ->> 'status' = 'pending'
    and new_values ->> 'status' = 'in_progress';

-- Project and organization, by table.

create temporary table scope (table_name, id, project_id, organization_id) as
with
    owner as (select tap.an_organization() as organization_id),
    survey as (
        select
            organization_id,
            tap.a_project(jsonb_build_object('organization_id', organization_id)) as project_id
        from owner
    ),
    meeting as (
        select
            tap.a_collaboration_session(
                jsonb_build_object('project_id', project_id)
            ) as session_id
        from survey
    ),
    workflow as (
        select tap.an_approval_workflow(jsonb_build_object('project_id', project_id)) as workflow_id
        from survey
    ),
    request as (
        select
            tap.an_approval_request(
                jsonb_build_object(
                    'project_id', project_id,
                    'workflow_id', workflow_id,
                    'subject_id', tap.a_task(jsonb_build_object('project_id', project_id))
                )
            ) as request_id
        from survey, workflow
    )
select 'projects', project_id, project_id, organization_id from survey
union all
select 'organizations', organization_id, null, organization_id from survey
union all
select 'users', tap.a_user(), null, null
union all
select
    'team_memberships',
    tap.a_team_membership(jsonb_build_object('organization_id', organization_id)),
    null,
    organization_id
from survey
union all
select
    'session_participants',
    tap.a_session_participant(jsonb_build_object('session_id', session_id)),
    project_id,
    organization_id
from survey, meeting
union all
select 'collaboration_sessions', session_id, project_id, organization_id from survey, meeting
union all
select 'approval_workflows', workflow_id, project_id, organization_id from survey, workflow
union all
select 'approval_requests', request_id, project_id, organization_id from survey, request
union all
select
    'approval_assignments',
    tap.an_approval_assignment(jsonb_build_object('request_id', request_id)),
    project_id,
    organization_id
from survey, request
union all
select
    'approval_responses',
    tap.an_approval_response(jsonb_build_object('request_id', request_id)),
    project_id,
    organization_id
from survey, request
union all
select
    'requirements',
    tap.a_requirement(jsonb_build_object('project_id', project_id)),
    project_id,
    organization_id
from survey
union all
select
    'tasks',
    tap.a_task(jsonb_build_object('project_id', project_id)),
    project_id,
    organization_id
from survey
union all
select
    'task_dependencies',
    tap.a_task_dependency(jsonb_build_object('project_id', project_id)),
    project_id,
    organization_id
from survey
union all
select
    'architecture_decisions',
    tap.an_architecture_decision(jsonb_build_object('project_id', project_id)),
    project_id,
    organization_id
from survey
union all
select
    'project_risks',
    tap.a_project_risk(jsonb_build_object('project_id', project_id)),
    project_id,
    organization_id
from survey
union all
select
    'project_analytics',
    tap.a_project_snapshot(jsonb_build_object('project_id', project_id)),
    project_id,
    organization_id
from survey;

do $$
declare
    v_row record;
begin
    for v_row in select * from scope loop
        execute format(
            'update public.%I set created_at = created_at - interval ''1 second'' where id = $1',
            v_row.table_name
        )
        using v_row.id;
    end loop;
end;
$$;

select is(
    (entry.project_id, entry.organization_id),
    (scope.project_id, scope.organization_id),
    format('an entry about an %s of %s names project and organization', event_action, table_name)
)
from
    scope
    join public.audit_logs as entry on target_type = table_name and target_id = scope.id
where event_action in ('insert', 'update');

-- Events that are no change of data.

select lives_ok(
    $$select public.record_audit_event('authentication', 'login.failed')$$,
    'an event may be recorded'
);

select throws_ok(
    $$select public.record_audit_event('data_change', 'update')$$,
    'BD803',
    null,
    'a change of data may not be claimed'
);

-- A column that is added later.

alter table public.tasks add column weather text;
call public.audit_table('public.tasks');

create temporary table seen as
select tap.a_task() as task_id;

update public.tasks
set weather = 'calm'
where id = (select task_id from seen);

select is(
    new_values,
    '{"weather": "calm"}',
    'a column of which the trail was told is recorded from then on'
)
from public.audit_logs
where target_type = 'tasks' and event_action = 'update'
order by id desc
limit 1;

select * from finish();

rollback;
