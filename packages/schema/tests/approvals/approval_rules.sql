-- What workflows, requests, answers and votes cannot be, and what they can just about be.

begin;

select plan(33);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    ('an_approval_workflow', '{"name": " "}', 'approval_workflows_name_is_not_blank_check'),
    (
        'an_approval_workflow',
        '{"required_approvals": 0}',
        'approval_workflows_required_approvals_is_positive_check'
    ),
    (
        'an_approval_workflow',
        '{"required_approvals": -3}',
        'approval_workflows_required_approvals_is_positive_check'
    ),
    (
        'an_approval_workflow',
        '{"trigger_conditions": []}',
        'approval_workflows_trigger_conditions_are_an_object_check'
    ),
    (
        'an_approval_workflow',
        '{"approval_criteria": []}',
        'approval_workflows_approval_criteria_are_an_object_check'
    ),
    ('an_approval_request', '{"title": " "}', 'approval_requests_title_is_not_blank_check'),
    (
        'an_approval_request',
        '{"description": " "}',
        'approval_requests_description_is_not_blank_check'
    ),
    (
        'an_approval_request',
        '{"subject_type": "banana"}',
        'approval_requests_subject_type_is_known_check'
    ),
    (
        'an_approval_request',
        '{"status": "pending", "completed_at": "2100-01-01T00:00:00Z"}',
        'approval_requests_closed_has_a_time_check'
    ),
    (
        'an_approval_request',
        '{"status": "cancelled", "completed_at": "1999-01-01T00:00:00Z"}',
        'approval_requests_completed_after_requested_check'
    ),
    (
        'an_approval_request',
        '{"status": "approved", "final_decision": "reject"}',
        'approval_requests_final_decision_fits_status_check'
    ),
    (
        'an_approval_request',
        '{"status": "approved", "final_decision": "delegate"}',
        'approval_requests_final_decision_fits_status_check'
    ),
    (
        'an_approval_request',
        '{"status": "approved"}',
        'approval_requests_final_decision_fits_status_check'
    ),
    (
        'an_approval_request',
        '{"status": "pending", "final_decision": "approve"}',
        'approval_requests_final_decision_fits_status_check'
    ),
    (
        'an_approval_request',
        '{"context_data": []}',
        'approval_requests_context_data_is_an_object_check'
    ),
    (
        'an_approval_response',
        '{"decision": "approve_with_conditions"}',
        'approval_responses_conditions_are_given_check'
    ),
    (
        'an_approval_response',
        '{"decision": "approve", "conditions": "Only on Sundays"}',
        'approval_responses_conditions_are_given_check'
    ),
    (
        'an_approval_response',
        '{"approval_data": []}',
        'approval_responses_approval_data_is_an_object_check'
    ),
    ('an_approval_assignment', '{"step": 0}', 'approval_assignments_step_is_positive_check'),
    (
        'an_approval_assignment',
        '{"delegated_at": "2030-01-01T00:00:00Z"}',
        'approval_assignments_delegation_has_time_check'
    ),
    (
        'an_approval_assignment',
        '{"decided_at": "2030-01-01T00:00:00Z"}',
        'approval_assignments_decision_has_time_check'
    ),
    (
        'an_approval_assignment',
        '{"decision": "delegate"}',
        'approval_assignments_decision_is_a_vote_check'
    )
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    ('an_approval_workflow', '{"required_approvals": 1}'),
    ('an_approval_request', '{"subject_type": "task"}'),
    ('an_approval_request', '{"status": "approved", "final_decision": "approve_with_conditions"}'),
    ('an_approval_request', '{"status": "rejected", "final_decision": "reject"}'),
    ('an_approval_request', '{"status": "expired"}'),
    (
        'an_approval_request',
        '{"status": "cancelled", "requested_at": "2030-01-01T00:00:00Z", "completed_at": '
        '"2030-01-01T00:00:00Z"}'
    ),
    ('an_approval_request', '{"status": "in_review"}'),
    (
        'an_approval_response',
        '{"decision": "approve_with_conditions", "conditions": "Only on Sundays"}'
    ),
    ('an_approval_response', '{"decision": "delegate"}'),
    ('an_approval_assignment', '{"decision": "approve"}'),
    ('an_approval_assignment', '{"step": 2}')
) as accepted (builder, attempt);

select * from finish();

rollback;
