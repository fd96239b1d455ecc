-- Every column with a default is not null: a default says what a row has that names no value, and
-- null is a value. The exception is team_memberships.joined_at, for whoever is only invited.
-- This refuses new nulls at once; the next two migrations fill old ones and look at every row.

-- migrate:up

alter table public.users
add constraint users_timezone_not_null not null timezone not valid,
add constraint users_permissions_not_null not null permissions not valid,
add constraint users_is_active_not_null not null is_active not valid,
add constraint users_is_verified_not_null not null is_verified not valid,
add constraint users_password_changed_at_not_null not null password_changed_at not valid,
add constraint users_failed_login_attempts_not_null not null failed_login_attempts not valid,
add constraint users_preferences_not_null not null preferences not valid,
add constraint users_notification_settings_not_null not null notification_settings not valid;

alter table public.organizations
add constraint organizations_settings_not_null not null settings not valid,
add constraint organizations_subscription_plan_not_null not null subscription_plan not valid;

alter table public.team_memberships
add constraint team_memberships_status_not_null not null status not valid,
add constraint team_memberships_custom_permissions_not_null not null custom_permissions not valid;

alter table public.projects
add constraint projects_settings_not_null not null settings not valid,
add constraint projects_metadata_not_null not null metadata not valid;

alter table public.tasks
add constraint tasks_actual_hours_not_null not null actual_hours not valid,
add constraint tasks_is_milestone_not_null not null is_milestone not valid,
add constraint tasks_is_critical_path_not_null not null is_critical_path not valid,
add constraint tasks_custom_fields_not_null not null custom_fields not valid,
add constraint tasks_attachments_not_null not null attachments not valid,
add constraint tasks_tags_not_null not null tags not valid;

alter table public.requirements
add constraint requirements_risk_level_not_null not null risk_level not valid,
add constraint requirements_acceptance_criteria_not_null not null acceptance_criteria not valid,
add constraint requirements_test_cases_not_null not null test_cases not valid,
add constraint requirements_related_requirements_not_null not null related_requirements not valid,
add constraint requirements_version_not_null not null version not valid,
add constraint requirements_is_current_version_not_null not null is_current_version not valid,
add constraint requirements_custom_attributes_not_null not null custom_attributes not valid,
add constraint requirements_attachments_not_null not null attachments not valid;

alter table public.architecture_decisions
add constraint architecture_decisions_options_considered_not_null
    not null options_considered not valid,
add constraint architecture_decisions_evaluation_criteria_not_null
    not null evaluation_criteria not valid,
add constraint architecture_decisions_risk_assessment_not_null not null risk_assessment not valid,
add constraint architecture_decisions_trade_offs_not_null not null trade_offs not valid,
add constraint architecture_decisions_version_not_null not null version not valid;

alter table public.project_risks
add constraint project_risks_status_not_null not null status not valid,
add constraint project_risks_identified_at_not_null not null identified_at not valid;

alter table public.collaboration_sessions
add constraint collaboration_sessions_max_participants_not_null not null max_participants not valid,
add constraint collaboration_sessions_is_recording_enabled_not_null
    not null is_recording_enabled not valid,
add constraint collaboration_sessions_settings_not_null not null settings not valid;

alter table public.session_participants
add constraint session_participants_role_not_null not null role not valid,
add constraint session_participants_status_not_null not null status not valid,
add constraint session_participants_invited_at_not_null not null invited_at not valid,
add constraint session_participants_can_edit_not_null not null can_edit not valid,
add constraint session_participants_can_moderate_not_null not null can_moderate not valid;

alter table public.approval_workflows
add constraint approval_workflows_is_active_not_null not null is_active not valid,
add constraint approval_workflows_is_sequential_not_null not null is_sequential not valid,
add constraint approval_workflows_required_approvals_not_null not null required_approvals not valid,
add constraint approval_workflows_trigger_conditions_not_null not null trigger_conditions not valid,
add constraint approval_workflows_approval_criteria_not_null not null approval_criteria not valid;

alter table public.approval_requests
add constraint approval_requests_requested_at_not_null not null requested_at not valid,
add constraint approval_requests_context_data_not_null not null context_data not valid;

alter table public.approval_responses
add constraint approval_responses_responded_at_not_null not null responded_at not valid,
add constraint approval_responses_approval_data_not_null not null approval_data not valid;

alter table public.project_analytics
add constraint project_analytics_total_tasks_not_null not null total_tasks not valid,
add constraint project_analytics_completed_tasks_not_null not null completed_tasks not valid,
add constraint project_analytics_in_progress_tasks_not_null not null in_progress_tasks not valid,
add constraint project_analytics_blocked_tasks_not_null not null blocked_tasks not valid,
add constraint project_analytics_total_estimated_hours_not_null
    not null total_estimated_hours not valid,
add constraint project_analytics_total_actual_hours_not_null not null total_actual_hours not valid,
add constraint project_analytics_active_team_members_not_null
    not null active_team_members not valid,
add constraint project_analytics_collaboration_sessions_count_not_null
    not null collaboration_sessions_count not valid,
add constraint project_analytics_custom_metrics_not_null not null custom_metrics not valid;

alter table public.user_activities
add constraint user_activities_occurred_at_not_null not null occurred_at not valid,
add constraint user_activities_metadata_not_null not null metadata not valid;

alter table public.audit_logs
add constraint audit_logs_occurred_at_not_null not null occurred_at not valid,
add constraint audit_logs_metadata_not_null not null metadata not valid;

-- migrate:down

alter table public.audit_logs
alter column metadata drop not null,
alter column occurred_at drop not null;

alter table public.user_activities
alter column metadata drop not null,
alter column occurred_at drop not null;

alter table public.project_analytics
alter column custom_metrics drop not null,
alter column collaboration_sessions_count drop not null,
alter column active_team_members drop not null,
alter column total_actual_hours drop not null,
alter column total_estimated_hours drop not null,
alter column blocked_tasks drop not null,
alter column in_progress_tasks drop not null,
alter column completed_tasks drop not null,
alter column total_tasks drop not null;

alter table public.approval_responses
alter column approval_data drop not null,
alter column responded_at drop not null;

alter table public.approval_requests
alter column context_data drop not null,
alter column requested_at drop not null;

alter table public.approval_workflows
alter column approval_criteria drop not null,
alter column trigger_conditions drop not null,
alter column required_approvals drop not null,
alter column is_sequential drop not null,
alter column is_active drop not null;

alter table public.session_participants
alter column can_moderate drop not null,
alter column can_edit drop not null,
alter column invited_at drop not null,
alter column status drop not null,
alter column role drop not null;

alter table public.collaboration_sessions
alter column settings drop not null,
alter column is_recording_enabled drop not null,
alter column max_participants drop not null;

alter table public.project_risks
alter column identified_at drop not null,
alter column status drop not null;

alter table public.architecture_decisions
alter column version drop not null,
alter column trade_offs drop not null,
alter column risk_assessment drop not null,
alter column evaluation_criteria drop not null,
alter column options_considered drop not null;

alter table public.requirements
alter column attachments drop not null,
alter column custom_attributes drop not null,
alter column is_current_version drop not null,
alter column version drop not null,
alter column related_requirements drop not null,
alter column test_cases drop not null,
alter column acceptance_criteria drop not null,
alter column risk_level drop not null;

alter table public.tasks
alter column tags drop not null,
alter column attachments drop not null,
alter column custom_fields drop not null,
alter column is_critical_path drop not null,
alter column is_milestone drop not null,
alter column actual_hours drop not null;

alter table public.projects
alter column metadata drop not null,
alter column settings drop not null;

alter table public.team_memberships
alter column custom_permissions drop not null,
alter column status drop not null;

alter table public.organizations
alter column subscription_plan drop not null,
alter column settings drop not null;

alter table public.users
alter column notification_settings drop not null,
alter column preferences drop not null,
alter column failed_login_attempts drop not null,
alter column password_changed_at drop not null,
alter column is_verified drop not null,
alter column is_active drop not null,
alter column permissions drop not null,
alter column timezone drop not null;
