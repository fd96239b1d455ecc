-- Ways round the policies that are no plain reads or writes of a table: other roles, settings, the
-- catalog, objects of one's own, and what errors and plans give away.

begin;

create temporary table attacker as select tap.a_tenant('attackers') as id;
create temporary table victim as select tap.a_tenant('victims') as id;

create temporary table target as
select
    attacker.id as attacker_id,
    victim.id as victim_id,
    theirs.id as victim_project_id,
    mine.id as project_id,
    theirs.organization_id as victim_organization_id
from attacker
cross join victim
join public.projects as theirs on theirs.name = 'victims secret'
join public.projects as mine on mine.name = 'attackers secret';

-- What there is to be reached for.
create materialized view public.secret_view as select title from public.tasks;
create function tap.steal() returns boolean language plpgsql as $$
begin
    raise exception 'it runs as %', current_user using errcode = 'TAP01';
end;
$$;
grant execute on function tap.steal to public;
select tap.a_task(
    jsonb_build_object(
        'project_id', victim_project_id, 'title', 'victims secret', 'created_by', victim_id
    )
)
from target
cross join generate_series(1, 300);
select tap.a_user_activity(
    jsonb_build_object(
        'project_id', victim_project_id, 'user_id', victim_id, 'ip_address', '10.0.0.1'
    )
)
from target
cross join generate_series(1, 300);
analyze;

create temporary table attempt as
select
    role_name,
    description,
    refusal,
    tap.outcome_as(
        role_name,
        attacker_id::text,
        format(statement, victim_id, victim_project_id)
    ) as outcome
from (values
    ('42501', 'grant oneself a role', 'grant bduf_admin to current_user'),
    ('42501', 'give oneself an attribute', 'alter role bduf_app bypassrls'),
    ('42501', 'make a role', 'create role thief in role bduf_owner'),
    ('42501', 'read with policies off', 'select set_config(''row_security'', ''off'', true);
        select from public.tasks'),
    ('42501', 'skip triggers', 'set session_replication_role = replica'),
    ('22P02', 'name a user who is none', 'set local bduf.user_id = ''or 1=1'';
        select from public.tasks'),
    ('22P02', 'name all users', 'set local bduf.user_id = ''%%'';
        select from public.tasks'),
    ('0 rows', 'name nobody', 'set local bduf.user_id = '''';
        select from public.tasks'),
    ('0 rows', 'forget the user', 'reset bduf.user_id;
        select from public.tasks'),
    ('0 rows', 'name oneself the system',
        'set local bduf.user_id = ''00000000-0000-0000-0000-000000000001'';
        select from public.tasks'),
    ('42501', 'look at a materialized view', 'select from public.secret_view'),
    ('42501', 'read statistics', 'select from pg_catalog.pg_statistic'),
    ('0 rows', 'read statistics through the view', 'select from pg_catalog.pg_stats
        where schemaname = ''public'' and tablename <> ''schema_migrations'''),
    ('42501', 'read hashes of passwords of roles', 'select from pg_catalog.pg_authid'),
    ('42501', 'read a hash', 'select password_hash from public.users'),
    ('42501', 'read every column', 'select * from public.users'),
    ('42501', 'read a whole row', 'select users from public.users'),
    ('42501', 'read rows as json', 'select to_jsonb(account) from public.users as account'),
    ('42501', 'sort by a hash', 'select id from public.users order by password_hash'),
    ('42501', 'guess a hash', 'select id from public.users where api_key_hash like ''a%%'''),
    ('42501', 'get a hash back from a change',
        'update public.users set bio = bio returning password_hash'),
    ('42501', 'get a hash out of a change', 'update public.users set bio = password_hash'),
    ('42501', 'write a hash',
        'update public.users set password_hash = ''$argon2id$aaaaaaaaaaaaaaaaaaaaaaaa'''),
    ('42501', 'open an account by hand', 'insert into public.users (email, username, password_hash)
        values (''a@b.cd'', ''a'', ''$argon2id$aaaaaaaaaaaaaaaaaaaaaaaa'')'),
    ('42501', 'read a file', 'select pg_read_file(''pg_hba.conf'')'),
    ('42501', 'copy to a program', 'copy public.tasks to program ''cat'''),
    ('42501', 'copy to a file', 'copy public.tasks to ''/tmp/tasks'''),
    ('42501', 'make a function for others', 'create function public.mine() returns int return 1'),
    ('42501', 'replace a function', 'create or replace function public.current_project_ids()
        returns uuid[] language sql as $f$ select array_agg(id) from public.projects $f$'),
    ('42501', 'make a function run as another',
        'alter function public.current_user_id security invoker'),
    ('42501', 'make a schema', 'create schema mine'),
    ('42501', 'make an extension', 'create extension dblink'),
    ('42501', 'make a large object of a file', 'select lo_import(''/etc/passwd'')'),
    ('42501', 'read the log of changes',
        'select pg_create_logical_replication_slot(''mine'', ''test_decoding'')'),
    ('42501', 'publish changes', 'create publication mine for table public.tasks'),
    ('42501', 'call a trigger''s function', 'select public.guard_hierarchy()'),
    ('42501', 'change a setting for others',
        'alter database ' || current_database() || ' set bduf.user_id = ''x'''),
    ('42501', 'read others'' statements', 'select pg_stat_reset()'),
    ('42501', 'end the session of a superuser', 'select pg_terminate_backend(pg_backend_pid())'),
    ('0 rows', 'look through a view of one''s own', 'create temporary view mine as
        select id from public.tasks where project_id = %2$L; select from mine'),
    ('0 rows', 'look through a barrier of one''s own',
        'create temporary view mine with (security_barrier)
        as select id from public.tasks where project_id = %2$L; select from mine'),
    ('0 rows', 'use a function in the condition that sees all rows',
        'create function pg_temp.peek(text)
        returns boolean language plpgsql cost 0.0000001 as $f$ begin
            if $1 like ''victims%%'' then raise exception ''%%'', $1; end if; return false; end $f$;
        select from public.tasks where pg_temp.peek(title)'),
    ('0 rows', 'make an error show a value', 'select from public.tasks
        where title like ''victims%%'' and (title || ''x'')::integer = 1'),
    ('0 rows', 'divide by zero on a victim''s row', 'select from public.tasks
        where 1 / (case when title like ''victims%%'' then 0 else 1 end) = 2'),
    ('0 rows', 'join against values', 'select from public.projects
        join (values (%2$L::uuid)) as known (id) using (id)'),
    ('0 rows', 'ask in a lateral join', 'select from public.organizations
        cross join lateral (select from public.projects where projects.id = %2$L) as theirs'),
    ('0 rows', 'open a cursor', 'declare mine cursor for select id from public.tasks
        where project_id = %2$L; fetch all from mine'),
    ('0 rows', 'prepare a statement', 'deallocate all; prepare mine as select from public.tasks
        where project_id = %2$L; execute mine')
) as known (refusal, description, statement)
cross join target
cross join (values ('bduf_app'::name), ('bduf_readonly')) as acting (role_name);

select plan((select count(*)::integer from attempt) + 30);

-- The reader is refused earlier where it would write.
select ok(
    outcome = refusal or (role_name = 'bduf_readonly' and outcome = '42501'),
    format('%s cannot %s (%s)', role_name, description, outcome)
)
from attempt;

-- A type of the caller's own, named like a built-in one, in the functions that run as the owner.
-- current_user inside says whose rights it would have.

create temporary table trap as
select
    type_name,
    format(
        'create function pg_temp.steal(text) returns boolean language plpgsql as
            $f$ begin raise exception ''%%'', current_user; end $f$;
        create domain pg_temp.%1$I as text check (pg_temp.steal(value));
        %2$s',
        type_name,
        string_agg(call, '; ')
    ) as statement
from unnest(array['uuid', 'text', 'timestamptz', 'interval', 'tsquery', 'uuid[]']) as type_name
cross join (values
    ('select public.current_project_ids()'),
    ('select public.search_tasks(''secret'')'),
    ('select public.search_users(''secret'')'),
    ('select public.sign_in(''a@b.cd'', ''$a$b'')'),
    ('select public.sign_in_with_api_key(''a'')'),
    ('select public.create_organization(''a'', ''a-new-one'')'),
    ('select public.register_user(''trap@b.cd'', ''trap'', ''$argon2id$aaaaaaaaaaaaaaaaaaaaaaaa'')')
) as known (call)
where type_name <> 'uuid[]'
group by type_name;

select matches(
    tap.outcome_as('bduf_app', attacker_id::text, statement),
    'rows$',
    format('a type of one''s own named %s changes no function of the owner', type_name)
)
from trap
cross join target;

-- Does a reference exist? Whether it does or not, elsewhere, the answer is the same.

create temporary table reference as
select
    description,
    tap.text_as(
        'bduf_app',
        attacker_id::text,
        format(statement, attacker_id, project_id, existing.id)
    )
        as if_there,
    tap.text_as(
        'bduf_app',
        attacker_id::text,
        format(statement, attacker_id, project_id, missing.id)
    )
        as if_missing
from target
cross join gen_random_uuid() as missing (id)
cross join (values
    ('a task''s parent', 'tasks', 'insert into public.tasks
        (project_id, title, created_by, parent_task_id) values (%2$L, ''x'', %1$L, %3$L)'),
    ('a task''s project', 'projects', 'insert into public.tasks
        (project_id, title, created_by) values (%3$L, ''x'', %1$L)'),
    ('whom a task is given to', 'users', 'insert into public.tasks
        (project_id, title, created_by, assigned_to) values (%2$L, ''x'', %1$L, %3$L)'),
    ('a requirement''s parent', 'requirements', 'insert into public.requirements
        (project_id, title, description, type, created_by, parent_requirement_id)
        values (%2$L, ''x'', ''x'', ''functional'', %1$L, %3$L)'),
    ('a requirement''s lineage', 'requirements', 'insert into public.requirements
        (project_id, title, description, type, created_by, lineage_id)
        values (%2$L, ''x'', ''x'', ''functional'', %1$L, %3$L)'),
    ('what took a decision''s place', 'architecture_decisions',
        'update public.architecture_decisions
        set status = ''superseded'', superseded_by = %3$L'),
    ('a request''s workflow', 'approval_workflows', 'insert into public.approval_requests
        (workflow_id, project_id, title, description, request_type, subject_type, subject_id,
        requested_by) values (%3$L, %2$L, ''x'', ''x'', ''design'', ''task'', %3$L, %1$L)'),
    ('what is to be approved', 'tasks', 'insert into public.approval_requests
        (workflow_id, project_id, title, description, request_type, subject_type, subject_id,
        requested_by)
        select id, %2$L, ''x'', ''x'', ''design'', ''task'', %3$L, %1$L
        from public.approval_workflows limit 1'),
    ('an answered request', 'approval_requests', 'insert into public.approval_responses
        (request_id, approver_id, decision) values (%3$L, %1$L, ''approve'')'),
    ('a session', 'collaboration_sessions', 'insert into public.session_participants
        (session_id, user_id) values (%3$L, %1$L)'),
    ('a predecessor', 'tasks', 'insert into public.task_dependencies
        (project_id, predecessor_id, successor_id, created_by) values (%2$L, %3$L, %1$L, %1$L)'),
    ('what an act was about', 'tasks', 'insert into public.user_activities
        (user_id, project_id, activity_type, action, entity_type, entity_id)
        values (%1$L, %2$L, ''view'', ''x'', ''task'', %3$L)')
) as known (description, table_name, statement)
cross join lateral (
    select theirs.id
    from tap.tenant_row as theirs
    where theirs.tenant = 'victims' and theirs.table_name = known.table_name
    order by theirs.position
    limit 1
) as existing;

select is(
    regexp_replace(if_there, '[0-9a-f-]{36}', 'ID', 'g'),
    regexp_replace(if_missing, '[0-9a-f-]{36}', 'ID', 'g'),
    format('%s: nothing tells whether it exists elsewhere', description)
)
from reference;

-- Row estimates. The planner uses the statistics of a column for leakproof operators only, and
-- what people write has none (that their own words are common does not tell either).

create temporary table estimate as
select
    condition,
    (
        tap.text_as('bduf_app', attacker_id::text, format(question, table_name, written))::jsonb
    ) #>> '{0,Plan,Plan Rows}' as of_written,
    (
        tap.text_as('bduf_app', attacker_id::text, format(question, table_name, unwritten))::jsonb
    ) #>> '{0,Plan,Plan Rows}' as of_unwritten
from target
cross join (values
    ('tasks', 'title = %L', 'victims secret', 'never written'),
    ('tasks', 'title like %L', 'victims%', 'never%'),
    ('tasks', 'title >= %L', 'victims', 'zz'),
    ('tasks', 'starts_with(title, %L)', 'victims', 'never'),
    ('projects', 'name = %L', 'victims secret', 'never written'),
    ('requirements', 'title > %L', 'a', 'zz'),
    ('users', 'display_name = %L', 'victims admin', 'never written'),
    ('users', 'lower(email) > %L', 'a', 'zz'),
    ('users', 'lower(username) between %L and ''v''', 'u', 'v'),
    ('user_activities', 'ip_address = %L', '10.0.0.1', '10.0.0.2'),
    ('tasks', 'custom_fields @> %L', '{"tenant": "victims"}', '{"tenant": "nobody"}'),
    ('tasks', 'search_vector @@ %L', 'victim', 'nobody')
) as guess (table_name, condition, written, unwritten)
cross join lateral (
    select 'explain (format json) select id from public.%I where ' || condition as question
) as asked;

select is(
    of_written,
    of_unwritten,
    format('%s: the estimated rows do not tell what others wrote', condition)
)
from estimate;

select diag(
    format(
        '%s attempts, 0 rows leaked',
        (select count(*) from attempt) + (select count(*) * 2 from reference)
    )
);

select is(
    (
        select count(*)::integer
        from reference
        where if_there not similar to '(42501|23503|BD30[0-9]):%'
    ),
    0,
    'all of these references are refused'
);

select * from finish();

rollback;
