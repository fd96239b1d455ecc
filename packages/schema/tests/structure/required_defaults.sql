-- What a writer may leave out, he may not leave empty: a default fills what is absent, and an
-- explicit null is refused. Columns without a default are attacked in the files of their tables.

begin;

select plan(75);

select throws_constraint(
    format('select tap.%I(%L)', builder, jsonb_build_object(column_name, null)),
    '23502',
    format('%s.%s', table_name, column_name),
    format('%s without %s is refused', builder, column_name)
)
from (values
    (
        'a_user',
        'users',
        'timezone permissions is_active is_verified password_changed_at failed_login_attempts '
        'preferences notification_settings'
    ),
    ('an_organization', 'organizations', 'settings subscription_plan'),
    (
        'a_team_membership',
        'team_memberships',
        'status custom_permissions created_at updated_at'
    ),
    ('a_project', 'projects', 'settings metadata'),
    (
        'a_task',
        'tasks',
        'actual_hours is_milestone is_critical_path custom_fields attachments tags'
    ),
    (
        'a_requirement',
        'requirements',
        'risk_level acceptance_criteria test_cases related_requirements version '
        'is_current_version custom_attributes attachments'
    ),
    (
        'an_architecture_decision',
        'architecture_decisions',
        'options_considered evaluation_criteria risk_assessment trade_offs version'
    ),
    ('a_project_risk', 'project_risks', 'status identified_at'),
    (
        'a_collaboration_session',
        'collaboration_sessions',
        'max_participants is_recording_enabled settings'
    ),
    (
        'a_session_participant',
        'session_participants',
        'role status invited_at can_edit can_moderate created_at updated_at'
    ),
    (
        'an_approval_workflow',
        'approval_workflows',
        'is_active is_sequential required_approvals trigger_conditions approval_criteria'
    ),
    (
        'an_approval_request',
        'approval_requests',
        'requested_at context_data created_at updated_at'
    ),
    (
        'an_approval_response',
        'approval_responses',
        'responded_at approval_data created_at updated_at'
    ),
    (
        'a_project_snapshot',
        'project_analytics',
        'total_tasks completed_tasks in_progress_tasks blocked_tasks total_estimated_hours '
        'total_actual_hours active_team_members collaboration_sessions_count custom_metrics '
        'created_at updated_at'
    ),
    ('a_user_activity', 'user_activities', 'occurred_at metadata'),
    ('an_audit_log', 'audit_logs', 'occurred_at metadata')
) as required (builder, table_name, columns)
cross join lateral string_to_table(columns, ' ') as column_name;

select * from finish();

rollback;
