-- Who may do what, as a whole: one privilege too many is as much a defect as one too few.

begin;

select plan(149);

select is(
    has_schema_privilege(role_name, schema_name, privilege),
    is_granted,
    concat_ws(
        ' ',
        role_name,
        case when is_granted then 'has' else 'lacks' end,
        privilege,
        'on schema',
        schema_name
    )
)
from (values
    ('bduf_admin'::name, 'public', 'usage', true),
    ('bduf_job'::name, 'public', 'usage', true),
    ('bduf_owner'::name, 'public', 'create', true),
    ('bduf_owner'::name, 'public', 'usage', true),
    ('bduf_readonly'::name, 'public', 'usage', true),
    ('pg_monitor'::name, 'monitoring', 'usage', true),
    ('public'::name, 'monitoring', 'create', false),
    ('public'::name, 'public', 'create', false)
) as stated (role_name, schema_name, privilege, is_granted);

select privileges_are('monitoring', table_name, definition)
from (values
    ('audit_seal_lag', 'pg_monitor: select'),
    ('autovacuum_lag', 'pg_monitor: select'),
    ('cache_hits', 'pg_monitor: select'),
    ('index_use', 'pg_monitor: select'),
    ('long_transactions', 'pg_monitor: select'),
    ('replication', 'pg_monitor: select'),
    ('statements', 'pg_monitor: select'),
    ('table_bloat', 'pg_monitor: select')
) as stated (table_name, definition);

select privileges_are('public', table_name, definition)
from (values
    (
        'analytics_summary',
        'bduf_admin: select; bduf_app: select; bduf_job: select; bduf_readonly: select'
    ),
    (
        'approval_assignments',
        'bduf_admin: insert, select, update (delegated_to, delegated_at, decision, decided_at, '
        'updated_at); bduf_app: insert, update (delegated_to, delegated_at, decision, decided_at, '
        'updated_at); bduf_job: select; bduf_readonly: select'
    ),
    (
        'approval_requests',
        'bduf_admin: insert, select, update (title, description, status, due_date, completed_at, '
        'final_decision, decision_notes, context_data); bduf_app: insert, update (title, '
        'description, status, due_date, completed_at, final_decision, decision_notes, '
        'context_data); bduf_job: select, update (status, completed_at); bduf_readonly: select'
    ),
    (
        'approval_responses',
        'bduf_admin: insert, select, update (decision, comments, conditions, responded_at, '
        'approval_data); bduf_app: insert, update (decision, comments, conditions, responded_at, '
        'approval_data); bduf_job: select; bduf_readonly: select'
    ),
    (
        'approval_workflows',
        'bduf_admin: delete, insert, select, update (name, description, workflow_type, is_active, '
        'is_sequential, required_approvals, trigger_conditions, approval_criteria, updated_at); '
        'bduf_app: delete, insert, update (name, description, workflow_type, is_active, '
        'is_sequential, required_approvals, trigger_conditions, approval_criteria, updated_at); '
        'bduf_job: select; bduf_readonly: select'
    ),
    (
        'architecture_decisions',
        'bduf_admin: delete, insert, select, update (title, description, context, decision, '
        'consequences, category, status, options_considered, evaluation_criteria, '
        'risk_assessment, trade_offs, decided_by, decided_at, review_date, superseded_by, '
        'updated_at, version); bduf_app: delete, insert, update (title, description, context, '
        'decision, consequences, category, status, options_considered, evaluation_criteria, '
        'risk_assessment, trade_offs, decided_by, decided_at, review_date, superseded_by, '
        'updated_at, version); bduf_job: select; bduf_readonly: select'
    ),
    ('audit_logs', 'bduf_admin: select; bduf_job: select; bduf_readonly: select'),
    ('audit_retirements', 'nobody'),
    ('audit_seals', 'pg_monitor: select'),
    (
        'collaboration_sessions',
        'bduf_admin: delete, insert, select, update (title, description, session_type, status, '
        'scheduled_start, scheduled_end, actual_start, actual_end, max_participants, '
        'is_recording_enabled, recording_url, facilitator_id, updated_at, settings); bduf_app: '
        'delete, insert, update (title, description, session_type, status, scheduled_start, '
        'scheduled_end, actual_start, actual_end, max_participants, is_recording_enabled, '
        'recording_url, facilitator_id, updated_at, settings); bduf_job: select; bduf_readonly: '
        'select'
    ),
    ('hierarchy_guards', 'nobody'),
    (
        'organizations',
        'bduf_admin: insert, select, update (name, slug, description, website_url, settings, '
        'subscription_plan, subscription_expires_at, updated_at, billing_email, billing_address); '
        'bduf_app: update (name, slug, description, website_url, settings, updated_at, '
        'billing_email, billing_address); bduf_job: select; bduf_readonly: select'
    ),
    (
        'project_analytics',
        'bduf_admin: select; bduf_job: insert, select, update (total_tasks, completed_tasks, '
        'in_progress_tasks, blocked_tasks, total_estimated_hours, total_actual_hours, '
        'requirements_completeness, architecture_coherence_score, risk_score, '
        'active_team_members, collaboration_sessions_count, custom_metrics, updated_at); '
        'bduf_readonly: select'
    ),
    (
        'project_dashboard',
        'bduf_admin: select; bduf_app: select; bduf_job: select; bduf_readonly: select'
    ),
    (
        'project_risks',
        'bduf_admin: delete, insert, select, update (title, description, category, probability, '
        'impact, mitigation_strategy, contingency_plan, owner_id, status, identified_at, '
        'mitigated_at, review_date, updated_at); bduf_app: delete, insert, update (title, '
        'description, category, probability, impact, mitigation_strategy, contingency_plan, '
        'owner_id, status, identified_at, mitigated_at, review_date, updated_at); bduf_job: '
        'select; bduf_readonly: select'
    ),
    (
        'projects',
        'bduf_admin: insert, select, update (name, description, status, complexity, priority, '
        'updated_at, start_date, target_end_date, actual_end_date, budget_allocated, budget_used, '
        'settings, metadata, archived_at); bduf_app: insert, update (name, description, status, '
        'complexity, priority, updated_at, start_date, target_end_date, actual_end_date, '
        'budget_allocated, budget_used, settings, metadata, archived_at); bduf_job: select, '
        'update (updated_at); bduf_readonly: select'
    ),
    (
        'requirements',
        'bduf_admin: delete, insert, select, update (parent_requirement_id, title, description, '
        'type, priority, status, category, source, stakeholder_id, complexity_score, '
        'effort_estimate_hours, risk_level, acceptance_criteria, test_cases, '
        'related_requirements, version, is_current_version, updated_at, custom_attributes, '
        'attachments); bduf_app: delete, insert, update (parent_requirement_id, title, '
        'description, type, priority, status, category, source, stakeholder_id, complexity_score, '
        'effort_estimate_hours, risk_level, acceptance_criteria, test_cases, '
        'related_requirements, version, is_current_version, updated_at, custom_attributes, '
        'attachments); bduf_job: select; bduf_readonly: select'
    ),
    (
        'session_participants',
        'bduf_admin: delete, insert, select, update (role, status, invited_at, joined_at, '
        'left_at, can_edit, can_moderate, updated_at); bduf_app: delete, insert, update (role, '
        'status, invited_at, joined_at, left_at, can_edit, can_moderate, updated_at); bduf_job: '
        'select; bduf_readonly: select'
    ),
    (
        'status_transitions',
        'bduf_admin: select; bduf_app: select; bduf_job: select; bduf_readonly: select'
    ),
    (
        'task_dependencies',
        'bduf_admin: delete, insert, select, update (kind, updated_at); bduf_app: delete, insert, '
        'update (kind, updated_at); bduf_job: select; bduf_readonly: select'
    ),
    (
        'tasks',
        'bduf_admin: delete, insert, select, update (parent_task_id, title, description, status, '
        'priority, complexity, assigned_to, assigned_at, assigned_by, estimated_hours, '
        'actual_hours, started_at, completed_at, sequence_order, is_milestone, is_critical_path, '
        'updated_at, custom_fields, attachments, tags, due_date); bduf_app: delete, insert, '
        'update (parent_task_id, title, description, status, priority, complexity, assigned_to, '
        'assigned_at, assigned_by, estimated_hours, actual_hours, started_at, completed_at, '
        'sequence_order, is_milestone, is_critical_path, updated_at, custom_fields, attachments, '
        'tags, due_date); bduf_job: select; bduf_readonly: select'
    ),
    (
        'team_memberships',
        'bduf_admin: insert, select, update (role, status, invited_by, joined_at, left_at, '
        'custom_permissions, updated_at); bduf_app: update (role, status, left_at, '
        'custom_permissions); bduf_job: select; bduf_readonly: select'
    ),
    (
        'user_activities',
        'bduf_admin: insert, select; bduf_app: insert; bduf_job: delete, insert, select; '
        'bduf_readonly: select'
    ),
    (
        'user_permissions',
        'bduf_admin: select; bduf_app: select; bduf_job: select; bduf_readonly: select'
    ),
    (
        'users',
        'bduf_admin: insert, select (id, email, username, first_name, last_name, display_name, '
        'avatar_url, bio, timezone, role, permissions, is_active, is_verified, last_login_at, '
        'password_changed_at, failed_login_attempts, locked_until, api_key_created_at, '
        'api_key_last_used, created_at, updated_at, preferences, notification_settings, '
        'search_vector), update (email, username, first_name, last_name, display_name, '
        'avatar_url, bio, timezone, role, permissions, is_active, is_verified, last_login_at, '
        'failed_login_attempts, locked_until, updated_at, preferences, notification_settings); '
        'bduf_app: update (username, first_name, last_name, display_name, avatar_url, bio, '
        'timezone, preferences, notification_settings); bduf_job: select (id, email, username, '
        'first_name, last_name, display_name, avatar_url, bio, timezone, role, permissions, '
        'is_active, is_verified, last_login_at, password_changed_at, failed_login_attempts, '
        'locked_until, api_key_created_at, api_key_last_used, created_at, updated_at, '
        'preferences, notification_settings, search_vector); bduf_readonly: select (id, email, '
        'username, first_name, last_name, display_name, avatar_url, bio, timezone, role, '
        'permissions, is_active, is_verified, last_login_at, created_at, updated_at, preferences, '
        'notification_settings)'
    )
) as stated (table_name, definition);

select function_privileges_are('monitoring', routine_name, parameters, definition)
from (values
    ('read_statements', '', 'pg_monitor')
) as stated (routine_name, parameters, definition);

select function_privileges_are('public', routine_name, parameters, definition)
from (values
    ('answer_invitation', 'uuid, boolean', 'bduf_app'),
    ('archive_project', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'assign_approver',
        'uuid, uuid, integer, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('assign_task', 'uuid, uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('audit_actor', '', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('audit_entries_digest', 'timestamp with time zone, timestamp with time zone', 'nobody'),
    (
        'audit_seal_digest',
        'bytea, bigint, timestamp with time zone, timestamp with time zone, bigint, bytea',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('audit_table', 'regclass', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('audit_updates_source', 'regclass', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('audited_project_id', 'name, jsonb', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'authorize_task_step',
        'tasks, text, task_status_enum, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('block_task', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('burn_down', 'uuid, date, date', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('cancel_approval', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('cancel_project', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('cancel_task', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('change_password', 'text, text', 'bduf_app'),
    (
        'change_project_phase',
        'uuid, project_status_enum, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('complete_project', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('complete_task', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('conclude_approval', 'approval_requests', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('create_organization', 'text, text', 'bduf_app'),
    (
        'create_task',
        'uuid, text, uuid, uuid, text, priority_enum, complexity_level_enum, numeric, date, '
        'integer, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('current_administered_organization_ids', '', 'bduf_readonly'),
    ('current_approval_request_ids', '', 'bduf_readonly'),
    ('current_colleague_ids', '', 'bduf_readonly'),
    ('current_organization_ids', '', 'bduf_readonly'),
    ('current_project_ids', '', 'bduf_readonly'),
    ('current_session_ids', '', 'bduf_readonly'),
    ('current_user_id', '', 'bduf_readonly'),
    ('decision_is_in_project', 'uuid, uuid', 'bduf_readonly'),
    (
        'delegate_approval',
        'uuid, uuid, uuid, text',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('delete_old_activities', 'interval, integer', 'bduf_job'),
    (
        'expire_approvals',
        'timestamp with time zone, integer, integer',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('find_tasks_by_custom_fields', 'jsonb, uuid, integer, uuid', 'bduf_readonly'),
    ('has_permission', 'uuid, uuid, text', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('hold_parent_open', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('hold_project', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('hold_project_open', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('hold_workflow_active', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('invite_member', 'uuid, text, user_role_enum', 'bduf_app'),
    ('is_time_zone', 'text', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('leave_organization', 'uuid', 'bduf_app'),
    ('lock_approval_request', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('lock_project', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'lock_project_for_step',
        'uuid, text, project_status_enum, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('lock_task', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('measure_projects', 'uuid[], date', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('move_task', 'uuid, uuid, integer, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('password_salt', 'text', 'bduf_app'),
    ('project_completion_obstacles', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('project_of_subject', 'text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('purge_project', 'uuid, text', 'nobody'),
    ('purge_user', 'uuid, text', 'nobody'),
    ('put_back_task', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('reassign_task', 'uuid, uuid, uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'record_activity',
        'uuid, uuid, activity_type_enum, text, text, uuid, jsonb, text',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    (
        'record_audit_event',
        'audit_event_type_enum, text, text, text, uuid, uuid, uuid, jsonb',
        'bduf_admin, bduf_job'
    ),
    ('refuse_production', '', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('register_user', 'text, text, text, text', 'bduf_app'),
    ('reopen_project', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('reopen_task', 'uuid, text, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'request_approval',
        'uuid, text, text, approval_request_type_enum, text, uuid, uuid[], uuid, timestamp with '
        'time zone, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    (
        'require_approvers',
        'approval_workflows, uuid[], uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    (
        'require_delegable',
        'approval_requests, approval_assignments, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('require_eligible', 'uuid, uuid, text', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('require_fresh_snapshot', '', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('require_open_request', 'approval_requests', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('require_open_task', 'tasks', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('require_permission', 'uuid, uuid, text', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('require_reason', 'text', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'require_same_request',
        'uuid, uuid, uuid, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    (
        'require_same_task',
        'uuid, uuid, text, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('require_task_can_end', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'require_transition',
        'text, text, text, text',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    (
        'require_turn',
        'approval_requests, approval_assignments',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('requirement_is_in_project', 'uuid, uuid', 'bduf_readonly'),
    ('requirements_completeness', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    (
        'respond_to_approval',
        'uuid, approval_decision_enum, uuid, text, text',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    (
        'resume_project',
        'uuid, project_status_enum, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('retire_audit_logs', 'interval', 'bduf_job'),
    (
        'review_task',
        'uuid, task_status_enum, text, uuid',
        'bduf_admin, bduf_app, bduf_job, bduf_readonly'
    ),
    ('risk_matrix', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('role_permissions', 'user_role_enum', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('seal_audit_logs', 'interval, interval', 'bduf_job'),
    ('search_decisions', 'text, uuid, integer, real, uuid, boolean', 'bduf_readonly'),
    ('search_projects', 'text, uuid, integer, real, uuid, boolean', 'bduf_readonly'),
    ('search_requirements', 'text, uuid, integer, real, uuid, boolean', 'bduf_readonly'),
    ('search_tasks', 'text, uuid, integer, real, uuid, boolean', 'bduf_readonly'),
    ('search_users', 'text, integer, real, uuid', 'bduf_readonly'),
    ('set_api_key', 'text', 'bduf_app'),
    ('share_project', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('sign_in', 'text, text', 'bduf_app'),
    ('sign_in_with_api_key', 'text', 'bduf_app'),
    ('snapshot_all_projects', 'date', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('snapshot_projects', 'uuid[], date', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('start_project', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('start_task', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('submit_task', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('task_end_obstacles', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('task_is_in_project', 'uuid, uuid', 'bduf_readonly'),
    ('task_start_obstacles', 'uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('verify_audit_logs', 'bigint, bytea', 'bduf_admin, bduf_job'),
    ('vote_of', 'approval_requests, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('wait_for_writers', 'interval', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('withdraw_task', 'uuid, uuid', 'bduf_admin, bduf_app, bduf_job, bduf_readonly'),
    ('workload', 'uuid, date', 'bduf_admin, bduf_app, bduf_job, bduf_readonly')
) as stated (routine_name, parameters, definition);

select * from finish();

rollback;
