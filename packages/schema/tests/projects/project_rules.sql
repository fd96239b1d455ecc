-- What projects cannot be, and what they can just about be.

begin;

select plan(12);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    ('a_project', '{"name": " "}', 'projects_name_is_not_blank_check'),
    (
        'a_project',
        '{"status": "completed", "start_date": "2030-01-02", "actual_end_date": "2030-01-01"}',
        'projects_ends_after_start_check'
    ),
    (
        'a_project',
        '{"status": "execution", "actual_end_date": "2030-01-01"}',
        'projects_open_has_no_end_check'
    ),
    ('a_project', '{"budget_allocated": "NaN"}', 'projects_budget_allocated_is_a_number_check'),
    ('a_project', '{"budget_used": -0.01}', 'projects_budget_used_is_an_amount_check'),
    ('a_project', '{"budget_used": "NaN"}', 'projects_budget_used_is_an_amount_check'),
    ('a_project', '{"settings": "a string"}', 'projects_settings_are_an_object_check'),
    ('a_project', '{"metadata": []}', 'projects_metadata_is_an_object_check')
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    (
        'a_project',
        '{"status": "completed", "start_date": "2030-01-01", "actual_end_date": "2030-01-01"}'
    ),
    ('a_project', '{"status": "cancelled", "start_date": "2130-01-01"}'),
    ('a_project', '{"budget_used": 0, "budget_allocated": 0}'),
    ('a_project', '{"budget_used": 200, "budget_allocated": 100}')
) as accepted (builder, attempt);

select * from finish();

rollback;
