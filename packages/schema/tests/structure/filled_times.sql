-- Times that follow from a status: noted when the writer leaves them out, kept when not.

begin;

select plan(50);

-- The row is made, then changed, and shows whether the column is filled; an absent change is none.
create temporary table story (
    table_name text,
    builder text,
    made jsonb,
    change text,
    column_name text,
    filled boolean,
    id uuid
);

insert into story (table_name, builder, made, change, column_name, filled)
values
    ('users', 'a_user', '{"api_key_hash": "$sha256$0123456789abcdef0123"}', null,
        'api_key_created_at', true),
    ('users', 'a_user', '{"api_key_hash": "$sha256$0123456789abcdef0124"}',
        'api_key_hash = null', 'api_key_created_at', false),
    ('users', 'a_user', '{"api_key_hash": "$sha256$0123456789abcdef0125", '
        '"api_key_created_at": "1999-01-01", "api_key_last_used": "2000-01-01"}',
        'api_key_hash = ''$sha256$0123456789abcdef0126''', 'api_key_last_used', false),
    ('team_memberships', 'a_team_membership', '{"status": "invited"}', null, 'joined_at', false),
    ('team_memberships', 'a_team_membership', '{"status": "invited"}', 'status = ''active''',
        'joined_at', true),
    ('team_memberships', 'a_team_membership', '{"status": "left"}', null, 'left_at', true),
    ('team_memberships', 'a_team_membership', '{}', 'status = ''left''', 'left_at', true),
    ('team_memberships', 'a_team_membership', '{"status": "left"}', 'status = ''active''',
        'left_at', false),
    ('team_memberships', 'a_team_membership', '{"status": "active", "joined_at": null}', null,
        'joined_at', true),
    ('projects', 'a_project', '{"status": "completed"}', null, 'actual_end_date', true),
    ('projects', 'a_project', '{}', 'status = ''cancelled''', 'actual_end_date', true),
    ('projects', 'a_project', '{"start_date": "2130-01-01"}', 'status = ''cancelled''',
        'actual_end_date', false),
    ('projects', 'a_project', '{"status": "completed"}', 'status = ''execution''',
        'actual_end_date', false),
    ('tasks', 'a_task', '{}', 'assigned_to = created_by', 'assigned_at', true),
    ('tasks', 'a_task', '{}', 'assigned_to = created_by', 'started_at', false),
    (
        'tasks',
        'a_task',
        jsonb_build_object('assigned_to', tap.a_user(), 'assigned_by', tap.a_user()),
        'assigned_to = null',
        'assigned_by',
        false
    ),
    ('tasks', 'a_task', '{"status": "in_progress"}', null, 'started_at', true),
    ('tasks', 'a_task', '{}', 'status = ''in_progress''', 'started_at', true),
    ('tasks', 'a_task', '{"status": "completed"}', null, 'completed_at', true),
    ('tasks', 'a_task', '{}', 'status = ''completed''', 'completed_at', true),
    ('tasks', 'a_task', '{"status": "completed"}', 'status = ''in_progress''', 'completed_at',
        false),
    ('architecture_decisions', 'an_architecture_decision', '{"status": "approved"}', null,
        'decided_at', true),
    ('architecture_decisions', 'an_architecture_decision', '{}', 'status = ''rejected''',
        'decided_at', true),
    ('architecture_decisions', 'an_architecture_decision', '{"status": "approved"}',
        'status = ''review''', 'decided_at', false),
    (
        'architecture_decisions',
        'an_architecture_decision',
        jsonb_build_object('status', 'approved', 'decided_by', tap.a_user()),
        'status = ''review''',
        'decided_by',
        false
    ),
    ('project_risks', 'a_project_risk', '{}', 'status = ''mitigated''', 'mitigated_at', true),
    ('collaboration_sessions', 'a_collaboration_session', '{}', 'status = ''in_progress''',
        'actual_start', true),
    ('collaboration_sessions', 'a_collaboration_session', '{"status": "in_progress"}',
        'status = ''completed''', 'actual_end', true),
    ('session_participants', 'a_session_participant', '{}', 'status = ''joined''', 'joined_at',
        true),
    ('session_participants', 'a_session_participant', '{"status": "left"}',
        'status = ''joined''', 'left_at', false),
    ('approval_requests', 'an_approval_request', '{}', 'status = ''cancelled''', 'completed_at',
        true);

create function pg_temp.play(p_story story)
returns boolean
language plpgsql
as $$
declare
    v_id uuid;
    v_filled boolean;
begin
    execute format('select tap.%I($1)', p_story.builder) into v_id using p_story.made;

    if p_story.change is not null then
        execute format('update public.%I set %s where id = $1', p_story.table_name, p_story.change)
        using v_id;
    end if;

    execute format(
        'select %I is not null from public.%I where id = $1',
        p_story.column_name,
        p_story.table_name
    )
    into v_filled
    using v_id;

    return v_filled;
end;
$$;

select is(
    pg_temp.play(story),
    filled,
    format(
        '%s.%s is %s after %s%s',
        table_name,
        column_name,
        case when filled then 'noted' else 'empty' end,
        made,
        ', ' || change
    )
)
from story;

-- What the writer says stays, and so does what the change is not about.

create temporary table kept (
    table_name text,
    builder text,
    made jsonb,
    change text,
    column_name text,
    year integer
);

insert into kept
values
    ('approval_requests', 'an_approval_request', '{}',
        'status = ''cancelled'', completed_at = ''2135-01-01''', 'completed_at', 2135),
    ('architecture_decisions', 'an_architecture_decision', '{}',
        'status = ''approved'', decided_at = ''2135-01-01''', 'decided_at', 2135),
    ('collaboration_sessions', 'a_collaboration_session', '{}',
        'status = ''in_progress'', actual_start = ''2135-01-01''', 'actual_start', 2135),
    ('session_participants', 'a_session_participant', '{}',
        'status = ''left'', joined_at = ''2135-01-01'', left_at = ''2136-01-01''', 'left_at', 2136),
    ('tasks', 'a_task', '{}', 'assigned_to = created_by, assigned_at = ''2135-01-01''',
        'assigned_at', 2135),
    (
        'tasks',
        'a_task',
        jsonb_build_object('assigned_to', tap.a_user(), 'assigned_at', '2035-01-01T00:00:00Z'),
        'status = ''in_progress''',
        'assigned_at',
        2035
    ),
    ('team_memberships', 'a_team_membership', '{}', 'status = ''left'', left_at = ''2135-01-01''',
        'left_at', 2135),
    ('users', 'a_user', '{}', 'password_hash = ''$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$b3RoZXI'', '
        'password_changed_at = ''2135-01-01''', 'password_changed_at', 2135),
    ('users', 'a_user', '{"api_key_hash": "$sha256$0123456789abcdef0127", '
        '"api_key_created_at": "2035-01-01T00:00:00Z"}',
        'password_hash = ''$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$b3RoZXI''', 'api_key_created_at',
        2035),
    ('users', 'a_user', '{}', 'api_key_hash = ''$sha256$0123456789abcdef0128'', '
        'api_key_created_at = ''2135-01-01''', 'api_key_created_at', 2135),
    ('users', 'a_user', '{}', 'api_key_hash = ''$sha256$0123456789abcdef0129'', '
        'api_key_created_at = ''2135-01-01'', api_key_last_used = ''2136-01-01''',
        'api_key_last_used', 2136);

create function pg_temp.year_of(p_kept kept)
returns integer
language plpgsql
as $$
declare
    v_id uuid;
    v_year integer;
begin
    execute format('select tap.%I($1)', p_kept.builder) into v_id using p_kept.made;
    execute format(
        'update public.%I set %s where id = $1 returning extract(year from %I)',
        p_kept.table_name,
        p_kept.change,
        p_kept.column_name
    )
    into v_year
    using v_id;

    return v_year;
end;
$$;

select is(
    pg_temp.year_of(kept),
    year,
    format('%s.%s stays in %s after %s', table_name, column_name, year, change)
)
from kept;

-- Who gives a new time to something that is open again meant it, and is told that it cannot be.

select throws_constraint(
    format('update public.%I set %s where id = %L', table_name, change, id),
    '23514',
    constraint_name,
    format('%s is not corrected behind the writer''s back', change)
)
from (values
    ('projects', tap.a_project('{"status": "completed"}'),
        'status = ''execution'', actual_end_date = ''2135-01-01''',
        'projects_open_has_no_end_check'),
    ('architecture_decisions', tap.an_architecture_decision('{"status": "approved"}'),
        'status = ''review'', decided_at = ''2135-01-01''',
        'architecture_decisions_open_is_not_decided_check'),
    ('architecture_decisions', tap.an_architecture_decision('{"status": "approved"}'),
        'status = ''review'', decided_by = created_by',
        'architecture_decisions_open_is_not_decided_check'),
    ('approval_requests', tap.an_approval_request(), 'status = ''in_review'', completed_at = now()',
        'approval_requests_closed_has_a_time_check')
) as meant (table_name, id, change, constraint_name);

create temporary table told as
select
    tap.a_task('{"status": "completed", "completed_at": "2000-01-01T00:00:00Z"}') as task_id,
    tap.a_user('{"password_changed_at": "2000-01-01T00:00:00Z"}') as user_id;

select is(completed_at, '2000-01-01 00:00:00+00', 'a time that the writer gives is kept')
from public.tasks
where id = (select task_id from told);

update public.users
set bio = 'Sails'
where id = (select user_id from told);

select is(password_changed_at, '2000-01-01 00:00:00+00', 'a new biography is no new password')
from public.users
where id = (select user_id from told);

update public.users
set password_hash = '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$YW5vdGhlciBoYXNo'
where id = (select user_id from told);

select cmp_ok(password_changed_at, '>=', now(), 'a new password has a time')
from public.users
where id = (select user_id from told);

create temporary table back as
select
    tap.a_team_membership(
        '{"status": "left", "joined_at": "2000-01-01T00:00:00Z", "left_at": "2001-01-01T00:00:00Z"}'
    ) as membership_id;

update public.team_memberships
set status = 'active'
where id = (select membership_id from back);

select cmp_ok(joined_at, '>=', now(), 'who comes back has joined anew')
from public.team_memberships
where id = (select membership_id from back);

select * from finish();

rollback;
