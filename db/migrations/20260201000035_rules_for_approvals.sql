-- What workflows, requests and answers cannot be.
-- Holds for new rows at once; 20260201000037 looks at the old ones.

-- migrate:up

alter table public.approval_workflows
add constraint approval_workflows_name_is_not_blank_check check (name ~ '\S') not valid,
add constraint approval_workflows_required_approvals_is_positive_check
    check (required_approvals >= 1) not valid,
add constraint approval_workflows_trigger_conditions_are_an_object_check
    check (jsonb_typeof(trigger_conditions) = 'object') not valid,
add constraint approval_workflows_approval_criteria_are_an_object_check
    check (jsonb_typeof(approval_criteria) = 'object') not valid;
comment on constraint approval_workflows_name_is_not_blank_check on public.approval_workflows is
    'A workflow has a name that can be seen.';
comment on constraint approval_workflows_required_approvals_is_positive_check on public.approval_workflows is
    'Nothing is approved by nobody.';
comment on constraint approval_workflows_trigger_conditions_are_an_object_check on public.approval_workflows is
    'trigger_conditions is a JSON object.';
comment on constraint approval_workflows_approval_criteria_are_an_object_check on public.approval_workflows is
    'approval_criteria is a JSON object.';

alter table public.approval_requests
add constraint approval_requests_title_is_not_blank_check check (title ~ '\S') not valid,
add constraint approval_requests_description_is_not_blank_check
    check (description ~ '\S') not valid,
add constraint approval_requests_subject_type_is_known_check
    check (subject_type in ('project', 'task', 'requirement', 'architecture', 'risk')) not valid,
add constraint approval_requests_closed_has_a_time_check
    check ((status in ('pending', 'in_review')) = (completed_at is null)) not valid,
add constraint approval_requests_completed_after_requested_check
    check (requested_at <= completed_at) not valid,
add constraint approval_requests_final_decision_fits_status_check
    check (
        case status
            when 'approved' then final_decision in ('approve', 'approve_with_conditions')
            when 'rejected' then final_decision = 'reject'
            else final_decision is null
        end is true
    )
        not valid,
add constraint approval_requests_context_data_is_an_object_check
    check (jsonb_typeof(context_data) = 'object') not valid;
comment on constraint approval_requests_title_is_not_blank_check on public.approval_requests is
    'A request has a title that can be seen.';
comment on constraint approval_requests_description_is_not_blank_check on public.approval_requests is
    'A request says what approvers need to know.';
comment on constraint approval_requests_subject_type_is_known_check on public.approval_requests is
    'The tables whose rows can be approved: architecture stands for architecture_decisions.';
comment on constraint approval_requests_closed_has_a_time_check on public.approval_requests is
    'A closed request was closed at some time, an open one was not; a trigger notes it.';
comment on constraint approval_requests_completed_after_requested_check on public.approval_requests is
    'No request is closed before it is made.';
comment on constraint approval_requests_final_decision_fits_status_check on public.approval_requests is
    'Approved and rejected requests have the decision that made them so, others have none.';
comment on constraint approval_requests_context_data_is_an_object_check on public.approval_requests is
    'context_data is a JSON object.';

alter table public.approval_responses
add constraint approval_responses_conditions_are_given_check
    check ((decision = 'approve_with_conditions') = (coalesce(conditions, '') ~ '\S')) not valid,
add constraint approval_responses_approval_data_is_an_object_check
    check (jsonb_typeof(approval_data) = 'object') not valid;
comment on constraint approval_responses_conditions_are_given_check on public.approval_responses is
    'Approving with conditions names them, and no other answer does.';
comment on constraint approval_responses_approval_data_is_an_object_check on public.approval_responses is
    'approval_data is a JSON object.';

-- migrate:down

alter table public.approval_responses
drop constraint approval_responses_approval_data_is_an_object_check,
drop constraint approval_responses_conditions_are_given_check;

alter table public.approval_requests
drop constraint approval_requests_context_data_is_an_object_check,
drop constraint approval_requests_final_decision_fits_status_check,
drop constraint approval_requests_completed_after_requested_check,
drop constraint approval_requests_closed_has_a_time_check,
drop constraint approval_requests_subject_type_is_known_check,
drop constraint approval_requests_description_is_not_blank_check,
drop constraint approval_requests_title_is_not_blank_check;

alter table public.approval_workflows
drop constraint approval_workflows_approval_criteria_are_an_object_check,
drop constraint approval_workflows_trigger_conditions_are_an_object_check,
drop constraint approval_workflows_required_approvals_is_positive_check,
drop constraint approval_workflows_name_is_not_blank_check;
