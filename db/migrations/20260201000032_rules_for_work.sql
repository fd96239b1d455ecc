-- What projects and tasks cannot be.
-- Holds for new rows at once; 20260201000037 looks at the old ones.

-- migrate:up

alter table public.projects
add constraint projects_name_is_not_blank_check check (name ~ '\S') not valid,
add constraint projects_ends_after_start_check check (start_date <= actual_end_date) not valid,
add constraint projects_open_has_no_end_check
    check (status in ('completed', 'cancelled') or actual_end_date is null) not valid,
add constraint projects_budget_allocated_is_a_number_check
    check (budget_allocated <> 'NaN') not valid,
add constraint projects_budget_used_is_an_amount_check
    check (budget_used >= 0 and budget_used <> 'NaN') not valid,
add constraint projects_settings_are_an_object_check
    check (jsonb_typeof(settings) = 'object') not valid,
add constraint projects_metadata_is_an_object_check
    check (jsonb_typeof(metadata) = 'object') not valid;
comment on constraint projects_name_is_not_blank_check on public.projects is
    'A project has a name that can be seen.';
comment on constraint projects_ends_after_start_check on public.projects is
    'A project does not end before it starts; either date may be missing.';
comment on constraint projects_open_has_no_end_check on public.projects is
    'Only a completed or cancelled project has ended.';
comment on constraint projects_budget_allocated_is_a_number_check on public.projects is
    'A budget that is not a number would spoil every sum.';
comment on constraint projects_budget_used_is_an_amount_check on public.projects is
    'Money spent is nothing or more, and a number.';
comment on constraint projects_settings_are_an_object_check on public.projects is
    'settings is a JSON object.';
comment on constraint projects_metadata_is_an_object_check on public.projects is
    'metadata is a JSON object.';

alter table public.tasks
add constraint tasks_title_is_not_blank_check check (title ~ '\S') not valid,
add constraint tasks_hours_are_numbers_check
    check (estimated_hours <> 'NaN' and actual_hours <> 'NaN') not valid,
add constraint tasks_completed_after_start_check check (started_at <= completed_at) not valid,
add constraint tasks_completed_has_a_time_check
    check (status <> 'completed' or completed_at is not null) not valid,
add constraint tasks_open_has_no_completion_check
    check (
        status not in ('pending', 'in_progress', 'blocked', 'needs_review')
        or completed_at is null
    )
        not valid,
add constraint tasks_unassigned_has_no_assignment_check
    check (assigned_to is not null or (assigned_at is null and assigned_by is null)) not valid,
add constraint tasks_sequence_order_is_a_place_check check (sequence_order >= 0) not valid,
add constraint tasks_custom_fields_are_an_object_check
    check (jsonb_typeof(custom_fields) = 'object') not valid,
add constraint tasks_attachments_are_an_array_check
    check (jsonb_typeof(attachments) = 'array') not valid,
add constraint tasks_tags_are_words_check
    check (
        array_position(tags, null) is null
        and array_position(tags, '') is null
        and cardinality(tags) <= 50
    )
        not valid;
comment on constraint tasks_title_is_not_blank_check on public.tasks is
    'A task has a title that can be seen.';
comment on constraint tasks_hours_are_numbers_check on public.tasks is
    'Hours that are not a number would spoil every sum.';
comment on constraint tasks_completed_after_start_check on public.tasks is
    'No task is finished before it is begun; either time may be missing.';
comment on constraint tasks_completed_has_a_time_check on public.tasks is
    'A completed task was finished at some time; a trigger notes it.';
comment on constraint tasks_open_has_no_completion_check on public.tasks is
    'A task that is still open was not finished.';
comment on constraint tasks_unassigned_has_no_assignment_check on public.tasks is
    'A task that nobody has was not assigned, neither at some time nor by somebody.';
comment on constraint tasks_sequence_order_is_a_place_check on public.tasks is
    'Places are counted from 0.';
comment on constraint tasks_custom_fields_are_an_object_check on public.tasks is
    'custom_fields is a JSON object.';
comment on constraint tasks_attachments_are_an_array_check on public.tasks is
    'attachments is a JSON array.';
comment on constraint tasks_tags_are_words_check on public.tasks is
    'Every tag is a word, and there are at most 50: more are no help in finding a task.';

-- migrate:down

alter table public.tasks
drop constraint tasks_tags_are_words_check,
drop constraint tasks_attachments_are_an_array_check,
drop constraint tasks_custom_fields_are_an_object_check,
drop constraint tasks_sequence_order_is_a_place_check,
drop constraint tasks_unassigned_has_no_assignment_check,
drop constraint tasks_open_has_no_completion_check,
drop constraint tasks_completed_has_a_time_check,
drop constraint tasks_completed_after_start_check,
drop constraint tasks_hours_are_numbers_check,
drop constraint tasks_title_is_not_blank_check;

alter table public.projects
drop constraint projects_metadata_is_an_object_check,
drop constraint projects_settings_are_an_object_check,
drop constraint projects_budget_used_is_an_amount_check,
drop constraint projects_budget_allocated_is_a_number_check,
drop constraint projects_open_has_no_end_check,
drop constraint projects_ends_after_start_check,
drop constraint projects_name_is_not_blank_check;
