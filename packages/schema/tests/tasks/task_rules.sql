-- What tasks cannot be, and what they can just about be.

begin;

select plan(24);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    ('a_task', '{"title": "\n"}', 'tasks_title_is_not_blank_check'),
    ('a_task', '{"estimated_hours": "NaN"}', 'tasks_hours_are_numbers_check'),
    ('a_task', '{"actual_hours": "NaN"}', 'tasks_hours_are_numbers_check'),
    (
        'a_task',
        '{"started_at": "2030-01-02T00:00:00Z", "completed_at": "2030-01-01T00:00:00Z", '
        '"status": "completed"}',
        'tasks_completed_after_start_check'
    ),
    (
        'a_task',
        '{"status": "pending", "completed_at": "2030-01-01T00:00:00Z"}',
        'tasks_open_has_no_completion_check'
    ),
    (
        'a_task',
        '{"status": "in_progress", "completed_at": "2030-01-01T00:00:00Z"}',
        'tasks_open_has_no_completion_check'
    ),
    (
        'a_task',
        '{"status": "blocked", "completed_at": "2030-01-01T00:00:00Z"}',
        'tasks_open_has_no_completion_check'
    ),
    (
        'a_task',
        '{"status": "needs_review", "completed_at": "2030-01-01T00:00:00Z"}',
        'tasks_open_has_no_completion_check'
    ),
    (
        'a_task',
        '{"assigned_at": "2030-01-01T00:00:00Z"}',
        'tasks_unassigned_has_no_assignment_check'
    ),
    (
        'a_task',
        '{"assigned_by": "00000000-0000-4000-8000-000000000001"}',
        'tasks_unassigned_has_no_assignment_check'
    ),
    ('a_task', '{"sequence_order": -1}', 'tasks_sequence_order_is_a_place_check'),
    ('a_task', '{"custom_fields": []}', 'tasks_custom_fields_are_an_object_check'),
    ('a_task', '{"attachments": {}}', 'tasks_attachments_are_an_array_check'),
    ('a_task', '{"tags": [null]}', 'tasks_tags_are_words_check'),
    ('a_task', '{"tags": [""]}', 'tasks_tags_are_words_check'),
    (
        'a_task',
        '{"tags": ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", '
        '"x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", '
        '"x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", '
        '"x", "x", "x", "x", "x"]}',
        'tasks_tags_are_words_check'
    )
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    (
        'a_task',
        '{"started_at": "2030-01-01T00:00:00Z", "completed_at": "2030-01-01T00:00:00Z", '
        '"status": "completed"}'
    ),
    ('a_task', '{"status": "completed"}'),
    ('a_task', '{"status": "cancelled"}'),
    ('a_task', '{"status": "approved", "completed_at": "2030-01-01T00:00:00Z"}'),
    ('a_task', '{"sequence_order": 0}'),
    (
        'a_task',
        '{"tags": ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", '
        '"x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", '
        '"x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", '
        '"x", "x", "x", "x"]}'
    ),
    ('a_task', '{"due_date": "1999-01-01"}')
) as accepted (builder, attempt);

create temporary table finished as
select tap.a_task('{"status": "completed"}') as id;

select throws_constraint(
    format('update public.tasks set completed_at = null where id = %L', id),
    '23514',
    'tasks_completed_has_a_time_check',
    'tasks_completed_has_a_time_check refuses completed_at = null'
)
from finished;

select * from finish();

rollback;
