-- What sessions and participants cannot be, and what they can just about be.

begin;

select plan(21);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    (
        'a_collaboration_session',
        '{"title": " "}',
        'collaboration_sessions_title_is_not_blank_check'
    ),
    (
        'a_collaboration_session',
        '{"status": "completed", "actual_start": "2030-01-02T00:00:00Z", "actual_end": '
        '"2030-01-01T00:00:00Z"}',
        'collaboration_sessions_ends_after_start_check'
    ),
    (
        'a_collaboration_session',
        '{"status": "completed", "actual_end": "2030-01-01T00:00:00Z"}',
        'collaboration_sessions_ends_after_start_check'
    ),
    (
        'a_collaboration_session',
        '{"status": "in_progress", "actual_start": "2030-01-01T00:00:00Z", "actual_end": '
        '"2030-01-02T00:00:00Z"}',
        'collaboration_sessions_open_has_no_end_check'
    ),
    (
        'a_collaboration_session',
        '{"status": "scheduled", "actual_start": "2030-01-01T00:00:00Z", "actual_end": '
        '"2030-01-02T00:00:00Z"}',
        'collaboration_sessions_open_has_no_end_check'
    ),
    (
        'a_collaboration_session',
        '{"status": "postponed", "actual_start": "2030-01-01T00:00:00Z", "actual_end": '
        '"2030-01-02T00:00:00Z"}',
        'collaboration_sessions_open_has_no_end_check'
    ),
    (
        'a_collaboration_session',
        '{"max_participants": 0}',
        'collaboration_sessions_max_participants_is_positive_check'
    ),
    (
        'a_collaboration_session',
        '{"max_participants": -1}',
        'collaboration_sessions_max_participants_is_positive_check'
    ),
    (
        'a_collaboration_session',
        '{"settings": []}',
        'collaboration_sessions_settings_are_an_object_check'
    ),
    (
        'a_session_participant',
        '{"status": "left", "joined_at": "2030-01-02T00:00:00Z", "left_at": '
        '"2030-01-01T00:00:00Z"}',
        'session_participants_leaves_after_joining_check'
    ),
    (
        'a_session_participant',
        '{"status": "accepted", "joined_at": "2030-01-01T00:00:00Z"}',
        'session_participants_absent_has_no_times_check'
    ),
    (
        'a_session_participant',
        '{"status": "accepted", "left_at": "2030-01-01T00:00:00Z"}',
        'session_participants_absent_has_no_times_check'
    )
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    (
        'a_collaboration_session',
        '{"status": "completed", "actual_start": "2030-01-01T00:00:00Z", "actual_end": '
        '"2030-01-01T00:00:00Z"}'
    ),
    ('a_collaboration_session', '{"status": "completed"}'),
    ('a_collaboration_session', '{"status": "in_progress"}'),
    ('a_collaboration_session', '{"max_participants": 1}'),
    ('a_session_participant', '{"status": "joined"}'),
    ('a_session_participant', '{"status": "left"}'),
    (
        'a_session_participant',
        '{"status": "left", "joined_at": "2030-01-01T00:00:00Z", "left_at": '
        '"2030-01-01T00:00:00Z"}'
    ),
    ('a_session_participant', '{"status": "declined"}')
) as accepted (builder, attempt);

-- What an insert fills in, an update can still take away.

create temporary table gone as
select tap.a_session_participant('{"status": "left"}') as id;

select throws_constraint(
    format('update public.session_participants set joined_at = null where id = %L', id),
    '23514',
    'session_participants_leaves_after_joining_check',
    'session_participants_leaves_after_joining_check refuses joined_at = null'
)
from gone;

select * from finish();

rollback;
