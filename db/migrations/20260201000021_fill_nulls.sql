-- Old nulls get what the column's default would have given, but a boolean becomes false, as every
-- condition has read it so far, and a membership without a status becomes inactive: nobody gains
-- access. A time nobody noted becomes the earliest of the row, in a log minus infinity. Rows
-- without nulls, which is most or all, are not written.

-- migrate:up

-- Nobody edited these rows: their updated_at stays.
alter table public.users disable trigger _100_set_updated_at;
alter table public.organizations disable trigger _100_set_updated_at;
alter table public.team_memberships disable trigger _100_set_updated_at;
alter table public.projects disable trigger _100_set_updated_at;
alter table public.tasks disable trigger _100_set_updated_at;
alter table public.requirements disable trigger _100_set_updated_at;
alter table public.architecture_decisions disable trigger _100_set_updated_at;
alter table public.project_risks disable trigger _100_set_updated_at;
alter table public.collaboration_sessions disable trigger _100_set_updated_at;
alter table public.session_participants disable trigger _100_set_updated_at;
alter table public.approval_workflows disable trigger _100_set_updated_at;
alter table public.approval_requests disable trigger _100_set_updated_at;
alter table public.approval_responses disable trigger _100_set_updated_at;
alter table public.project_analytics disable trigger _100_set_updated_at;

update public.users
set
    timezone = coalesce(timezone, 'UTC'),
    permissions = coalesce(permissions, '{}'),
    is_active = coalesce(is_active, false),
    is_verified = coalesce(is_verified, false),
    password_changed_at = coalesce(password_changed_at, created_at),
    failed_login_attempts = coalesce(failed_login_attempts, 0),
    preferences = coalesce(preferences, '{}'),
    notification_settings = coalesce(
        notification_settings,
        '{"email": true, "push": true, "in_app": true, "digest_frequency": "daily"}'
    )
where
    num_nulls(
        timezone,
        permissions,
        is_active,
        is_verified,
        password_changed_at,
        failed_login_attempts,
        preferences,
        notification_settings
    ) > 0;

update public.organizations
set
    settings = coalesce(settings, '{}'),
    subscription_plan = coalesce(subscription_plan, 'free')
where num_nulls(settings, subscription_plan) > 0;

update public.team_memberships
set
    status = coalesce(status, 'inactive'),
    custom_permissions = coalesce(custom_permissions, '{}')
where num_nulls(status, custom_permissions) > 0;

update public.projects
set
    settings = coalesce(settings, '{}'),
    metadata = coalesce(metadata, '{}')
where num_nulls(settings, metadata) > 0;

update public.tasks
set
    actual_hours = coalesce(actual_hours, 0),
    is_milestone = coalesce(is_milestone, false),
    is_critical_path = coalesce(is_critical_path, false),
    custom_fields = coalesce(custom_fields, '{}'),
    attachments = coalesce(attachments, '[]'),
    tags = coalesce(tags, '{}')
where num_nulls(actual_hours, is_milestone, is_critical_path, custom_fields, attachments, tags) > 0;

update public.requirements
set
    risk_level = coalesce(risk_level, 'medium'),
    acceptance_criteria = coalesce(acceptance_criteria, '[]'),
    test_cases = coalesce(test_cases, '[]'),
    related_requirements = coalesce(related_requirements, '{}'),
    version = coalesce(version, 1),
    is_current_version = coalesce(is_current_version, false),
    custom_attributes = coalesce(custom_attributes, '{}'),
    attachments = coalesce(attachments, '[]')
where
    num_nulls(
        risk_level,
        acceptance_criteria,
        test_cases,
        related_requirements,
        version,
        is_current_version,
        custom_attributes,
        attachments
    ) > 0;

update public.architecture_decisions
set
    options_considered = coalesce(options_considered, '[]'),
    evaluation_criteria = coalesce(evaluation_criteria, '{}'),
    risk_assessment = coalesce(risk_assessment, '{}'),
    trade_offs = coalesce(trade_offs, '{}'),
    version = coalesce(version, 1)
where num_nulls(options_considered, evaluation_criteria, risk_assessment, trade_offs, version) > 0;

update public.project_risks
set
    status = coalesce(status, 'identified'),
    identified_at = coalesce(identified_at, least(created_at, mitigated_at))
where num_nulls(status, identified_at) > 0;

update public.collaboration_sessions
set
    max_participants = coalesce(max_participants, 20),
    is_recording_enabled = coalesce(is_recording_enabled, false),
    settings = coalesce(settings, '{}')
where num_nulls(max_participants, is_recording_enabled, settings) > 0;

update public.session_participants
set
    role = coalesce(role, 'participant'),
    status = coalesce(status, 'invited'),
    invited_at = coalesce(invited_at, least(created_at, joined_at)),
    can_edit = coalesce(can_edit, false),
    can_moderate = coalesce(can_moderate, false)
where num_nulls(role, status, invited_at, can_edit, can_moderate) > 0;

update public.approval_workflows
set
    is_active = coalesce(is_active, false),
    is_sequential = coalesce(is_sequential, false),
    required_approvals = coalesce(required_approvals, 1),
    trigger_conditions = coalesce(trigger_conditions, '{}'),
    approval_criteria = coalesce(approval_criteria, '{}')
where
    num_nulls(
        is_active,
        is_sequential,
        required_approvals,
        trigger_conditions,
        approval_criteria
    ) > 0;

update public.approval_requests
set
    requested_at = coalesce(
        requested_at,
        least(created_at, completed_at, due_date - interval '1 day')
    ),
    context_data = coalesce(context_data, '{}')
where num_nulls(requested_at, context_data) > 0;

update public.approval_responses
set
    responded_at = coalesce(responded_at, created_at),
    approval_data = coalesce(approval_data, '{}')
where num_nulls(responded_at, approval_data) > 0;

update public.project_analytics
set
    total_tasks = coalesce(total_tasks, 0),
    completed_tasks = coalesce(completed_tasks, 0),
    in_progress_tasks = coalesce(in_progress_tasks, 0),
    blocked_tasks = coalesce(blocked_tasks, 0),
    total_estimated_hours = coalesce(total_estimated_hours, 0),
    total_actual_hours = coalesce(total_actual_hours, 0),
    active_team_members = coalesce(active_team_members, 0),
    collaboration_sessions_count = coalesce(collaboration_sessions_count, 0),
    custom_metrics = coalesce(custom_metrics, '{}')
where
    num_nulls(
        total_tasks,
        completed_tasks,
        in_progress_tasks,
        blocked_tasks,
        total_estimated_hours,
        total_actual_hours,
        active_team_members,
        collaboration_sessions_count,
        custom_metrics
    ) > 0;

update public.user_activities
set
    occurred_at = coalesce(occurred_at, '-infinity'),
    metadata = coalesce(metadata, '{}')
where num_nulls(occurred_at, metadata) > 0;

update public.audit_logs
set
    occurred_at = coalesce(occurred_at, '-infinity'),
    metadata = coalesce(metadata, '{}')
where num_nulls(occurred_at, metadata) > 0;

alter table public.users enable trigger _100_set_updated_at;
alter table public.organizations enable trigger _100_set_updated_at;
alter table public.team_memberships enable trigger _100_set_updated_at;
alter table public.projects enable trigger _100_set_updated_at;
alter table public.tasks enable trigger _100_set_updated_at;
alter table public.requirements enable trigger _100_set_updated_at;
alter table public.architecture_decisions enable trigger _100_set_updated_at;
alter table public.project_risks enable trigger _100_set_updated_at;
alter table public.collaboration_sessions enable trigger _100_set_updated_at;
alter table public.session_participants enable trigger _100_set_updated_at;
alter table public.approval_workflows enable trigger _100_set_updated_at;
alter table public.approval_requests enable trigger _100_set_updated_at;
alter table public.approval_responses enable trigger _100_set_updated_at;
alter table public.project_analytics enable trigger _100_set_updated_at;

-- migrate:down

-- What was null is not known any more, and the schema before allows what stands there now.
select;
