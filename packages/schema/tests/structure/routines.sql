-- What each routine promises its callers and the planner: what it returns, whose rights it has,
-- where it looks for names, and what it may do besides. What it does, other files try.

begin;

select plan(155);

select function_is('monitoring', routine_name, parameters, definition)
from (values
    (
        'read_statements',
        '',
        'function returns TABLE(database_user name, query_id bigint, query text, calls bigint, '
        'total_ms double precision, max_ms double precision, result_rows bigint, pages_hit '
        'bigint, pages_read bigint, temp_pages_written bigint, wal_bytes numeric) language '
        'plpgsql stable security invoker set search_path=pg_catalog, pg_temp'
    )
) as stated (routine_name, parameters, definition);

select function_is('public', routine_name, parameters, definition)
from (values
    (
        'answer_invitation',
        'uuid, boolean',
        'function returns void language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'archive_project',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'assign_approver',
        'uuid, uuid, integer, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'assign_task',
        'uuid, uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_actor',
        '',
        'function returns record language sql stable security invoker set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'audit_deleted_rows',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_entries_digest',
        'timestamp with time zone, timestamp with time zone',
        'function returns record language sql stable security definer set TimeZone=UTC set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_inserted_rows',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_seal_digest',
        'bytea, bigint, timestamp with time zone, timestamp with time zone, bigint, bytea',
        'function returns bytea language sql stable security invoker set TimeZone=UTC set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_table',
        'regclass',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_approval_assignments',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_approval_requests',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_approval_responses',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_approval_workflows',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_architecture_decisions',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_collaboration_sessions',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_organizations',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_project_analytics',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_project_risks',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_projects',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_requirements',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_session_participants',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_task_dependencies',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_tasks',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_team_memberships',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updated_users',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'audit_updates_source',
        'regclass',
        'function returns text language sql stable security invoker set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'audited_project_id',
        'name, jsonb',
        'function returns uuid language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'authorize_task_step',
        'tasks, text, task_status_enum, uuid',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'block_task',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'burn_down',
        'uuid, date, date',
        'function returns TABLE(day date, open_tasks bigint, open_hours numeric) language sql '
        'stable security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'cancel_approval',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'cancel_project',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'cancel_task',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'change_password',
        'text, text',
        'function returns boolean language sql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'change_project_phase',
        'uuid, project_status_enum, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'check_activity_entity',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'check_approval_subject',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'check_related_requirements',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'complete_project',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'complete_task',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'conclude_approval',
        'approval_requests',
        'function returns void language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'create_organization',
        'text, text',
        'function returns uuid language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'create_task',
        'uuid, text, uuid, uuid, text, priority_enum, complexity_level_enum, numeric, date, '
        'integer, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'current_administered_organization_ids',
        '',
        'function returns uuid[] language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'current_approval_request_ids',
        '',
        'function returns uuid[] language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'current_colleague_ids',
        '',
        'function returns uuid[] language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'current_organization_ids',
        '',
        'function returns uuid[] language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'current_project_ids',
        '',
        'function returns uuid[] language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'current_session_ids',
        '',
        'function returns uuid[] language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'current_user_id',
        '',
        'function returns uuid language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'decision_is_in_project',
        'uuid, uuid',
        'function returns boolean language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'delegate_approval',
        'uuid, uuid, uuid, text',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'delete_old_activities',
        'interval, integer',
        'function returns bigint language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'expire_approvals',
        'timestamp with time zone, integer, integer',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_approval_assignment_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_approval_request_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_architecture_decision_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_collaboration_session_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_project_risk_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_project_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_requested_by',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_requirement_lineage',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_session_participant_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_task_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_team_membership_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'fill_user_times',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'find_tasks_by_custom_fields',
        'jsonb, uuid, integer, uuid',
        'function returns TABLE(id uuid, project_id uuid, title text, status task_status_enum, '
        'custom_fields jsonb) language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'guard_hierarchy',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'guard_status_transition',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'has_permission',
        'uuid, uuid, text',
        'function returns boolean language sql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'hold_parent_open',
        'uuid, uuid',
        'function returns void language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'hold_project',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'hold_project_open',
        'uuid',
        'function returns void language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'hold_workflow_active',
        'uuid',
        'function returns approval_workflows language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'invite_member',
        'uuid, text, user_role_enum',
        'function returns void language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'is_time_zone',
        'text',
        'function returns boolean language plpgsql immutable security invoker parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'leave_organization',
        'uuid',
        'function returns void language sql volatile security definer set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'lock_approval_request',
        'uuid',
        'function returns approval_requests language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'lock_project',
        'uuid',
        'function returns projects language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'lock_project_for_step',
        'uuid, text, project_status_enum, uuid',
        'function returns projects language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'lock_task',
        'uuid, uuid',
        'function returns tasks language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'measure_projects',
        'uuid[], date',
        'function returns TABLE(project_id uuid, total_tasks integer, completed_tasks integer, '
        'in_progress_tasks integer, blocked_tasks integer, total_estimated_hours numeric, '
        'total_actual_hours numeric, requirements_completeness numeric, risk_score numeric, '
        'active_team_members integer, collaboration_sessions_count integer) language sql stable '
        'security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'move_task',
        'uuid, uuid, integer, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'password_salt',
        'text',
        'function returns text language sql stable security definer set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'project_completion_obstacles',
        'uuid',
        'function returns TABLE(subject text, subject_id uuid, title character varying, status '
        'text) language sql stable security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'project_of_subject',
        'text, uuid',
        'function returns uuid language plpgsql stable security invoker parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'purge_project',
        'uuid, text',
        'procedure language plpgsql security definer set search_path=pg_catalog, pg_temp'
    ),
    (
        'purge_user',
        'uuid, text',
        'procedure language plpgsql security definer set search_path=pg_catalog, pg_temp'
    ),
    (
        'put_back_task',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'reassign_task',
        'uuid, uuid, uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'record_activity',
        'uuid, uuid, activity_type_enum, text, text, uuid, jsonb, text',
        'function returns uuid language sql volatile security invoker set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'record_audit_event',
        'audit_event_type_enum, text, text, text, uuid, uuid, uuid, jsonb',
        'function returns uuid language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_architecture_decision_circle',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_early_deletion',
        '',
        'function returns trigger language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_log_change',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_production',
        '',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_requirement_circle',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_task_circle',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'refuse_task_dependency_circle',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'register_user',
        'text, text, text, text',
        'function returns uuid language sql volatile security definer set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'reopen_project',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'reopen_task',
        'uuid, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'request_approval',
        'uuid, text, text, approval_request_type_enum, text, uuid, uuid[], uuid, timestamp with '
        'time zone, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'require_approvers',
        'approval_workflows, uuid[], uuid',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_delegable',
        'approval_requests, approval_assignments, uuid',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_eligible',
        'uuid, uuid, text',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_fresh_snapshot',
        '',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_open_request',
        'approval_requests',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_open_task',
        'tasks',
        'function returns void language plpgsql immutable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_permission',
        'uuid, uuid, text',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_reason',
        'text',
        'function returns void language plpgsql immutable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_same_request',
        'uuid, uuid, uuid, uuid',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_same_task',
        'uuid, uuid, text, uuid',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_task_can_end',
        'uuid',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_transition',
        'text, text, text, text',
        'function returns text language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'require_turn',
        'approval_requests, approval_assignments',
        'function returns void language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'requirement_is_in_project',
        'uuid, uuid',
        'function returns boolean language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'requirements_completeness',
        'uuid',
        'function returns numeric language sql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'respond_to_approval',
        'uuid, approval_decision_enum, uuid, text, text',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'resume_project',
        'uuid, project_status_enum, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'retire_audit_logs',
        'interval',
        'function returns bigint language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'review_task',
        'uuid, task_status_enum, text, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'risk_matrix',
        'uuid',
        'function returns TABLE(probability risk_probability_enum, impact risk_impact_enum, risks '
        'bigint, risk_score numeric) language sql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'role_permissions',
        'user_role_enum',
        'function returns text[] language sql immutable security invoker parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'seal_audit_logs',
        'interval, interval',
        'function returns integer language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'search_decisions',
        'text, uuid, integer, real, uuid, boolean',
        'function returns TABLE(id uuid, project_id uuid, title text, status '
        'decision_status_enum, rank real, excerpt text) language sql stable security definer '
        'parallel safe set search_path=pg_catalog, pg_temp'
    ),
    (
        'search_projects',
        'text, uuid, integer, real, uuid, boolean',
        'function returns TABLE(id uuid, organization_id uuid, name text, status '
        'project_status_enum, rank real, excerpt text) language sql stable security definer '
        'parallel safe set search_path=pg_catalog, pg_temp'
    ),
    (
        'search_requirements',
        'text, uuid, integer, real, uuid, boolean',
        'function returns TABLE(id uuid, project_id uuid, title text, status '
        'requirement_status_enum, rank real, excerpt text) language sql stable security definer '
        'parallel safe set search_path=pg_catalog, pg_temp'
    ),
    (
        'search_tasks',
        'text, uuid, integer, real, uuid, boolean',
        'function returns TABLE(id uuid, project_id uuid, title text, status task_status_enum, '
        'rank real, excerpt text) language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'search_users',
        'text, integer, real, uuid',
        'function returns TABLE(id uuid, username text, display_name text, avatar_url text, rank '
        'real) language sql stable security definer parallel safe set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'set_api_key',
        'text',
        'function returns void language sql volatile security definer set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'set_updated_at',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'share_project',
        'uuid',
        'function returns projects language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'sign_in',
        'text, text',
        'function returns uuid language sql volatile security definer set search_path=pg_catalog, '
        'pg_temp'
    ),
    (
        'sign_in_with_api_key',
        'text',
        'function returns uuid language plpgsql volatile security definer set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'snapshot_all_projects',
        'date',
        'function returns bigint language sql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'snapshot_projects',
        'uuid[], date',
        'function returns bigint language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'start_project',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'start_task',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'submit_task',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'task_end_obstacles',
        'uuid',
        'function returns TABLE(task_id uuid, title character varying, status task_status_enum, '
        'reason text) language sql stable security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'task_is_in_project',
        'uuid, uuid',
        'function returns boolean language sql stable security definer parallel safe set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'task_start_obstacles',
        'uuid',
        'function returns TABLE(task_id uuid, title character varying, status task_status_enum, '
        'reason text) language sql stable security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'update_architecture_decision_search_vector',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'update_project_search_vector',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'update_requirement_search_vector',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'update_task_search_vector',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'update_user_search_vector',
        '',
        'function returns trigger language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'verify_audit_logs',
        'bigint, bytea',
        'function returns TABLE(seal_number bigint, problem text) language sql stable security '
        'definer set search_path=pg_catalog, pg_temp'
    ),
    (
        'vote_of',
        'approval_requests, uuid',
        'function returns approval_assignments language plpgsql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'wait_for_writers',
        'interval',
        'function returns void language plpgsql volatile security invoker set '
        'search_path=pg_catalog, pg_temp'
    ),
    (
        'withdraw_task',
        'uuid, uuid',
        'procedure language plpgsql security invoker set search_path=pg_catalog, pg_temp'
    ),
    (
        'workload',
        'uuid, date',
        'function returns TABLE(user_id uuid, open_tasks bigint, blocked_tasks bigint, '
        'overdue_tasks bigint, remaining_hours numeric) language sql stable security invoker set '
        'search_path=pg_catalog, pg_temp'
    )
) as stated (routine_name, parameters, definition);

select * from finish();

rollback;
