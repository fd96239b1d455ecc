-- When each trigger fires, and on what. That it then does its work, the files of its table try.

begin;

select plan(123);

select trigger_is('public', table_name, trigger_name, definition)
from (values
    (
        'approval_assignments',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'approval_assignments',
        '_300_fill_requested_by',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION fill_requested_by()'
    ),
    (
        'approval_assignments',
        '_310_fill_times',
        'BEFORE INSERT OR UPDATE FOR EACH ROW WHEN ((((new.decision IS NOT NULL) AND '
        '(new.decided_at IS NULL)) OR ((new.delegated_to IS NOT NULL) AND (new.delegated_at IS '
        'NULL)))) EXECUTE FUNCTION fill_approval_assignment_times()'
    ),
    (
        'approval_assignments',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'approval_assignments',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'approval_assignments',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_approval_assignments()'
    ),
    (
        'approval_requests',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'approval_requests',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN (((new.status <> ALL '
        '(ARRAY[''pending''::approval_status_enum, ''in_review''::approval_status_enum])) AND '
        '(new.completed_at IS NULL))) EXECUTE FUNCTION fill_approval_request_times()'
    ),
    (
        'approval_requests',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION fill_approval_request_times()'
    ),
    (
        'approval_requests',
        '_340_check_subject_insert',
        'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION check_approval_subject()'
    ),
    (
        'approval_requests',
        '_340_check_subject_update',
        'AFTER UPDATE FOR EACH ROW WHEN ((((old.subject_type)::text <> (new.subject_type)::text) '
        'OR (old.subject_id <> new.subject_id) OR (old.project_id <> new.project_id))) EXECUTE '
        'FUNCTION check_approval_subject()'
    ),
    (
        'approval_requests',
        '_500_guard_status',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION guard_status_transition()'
    ),
    (
        'approval_requests',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'approval_requests',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'approval_requests',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_approval_requests()'
    ),
    (
        'approval_responses',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'approval_responses',
        '_300_fill_requested_by',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION fill_requested_by()'
    ),
    (
        'approval_responses',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'approval_responses',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'approval_responses',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_approval_responses()'
    ),
    (
        'approval_workflows',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'approval_workflows',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'approval_workflows',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'approval_workflows',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_approval_workflows()'
    ),
    (
        'architecture_decisions',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'architecture_decisions',
        '_200_search_vector_insert',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION update_architecture_decision_search_vector()'
    ),
    (
        'architecture_decisions',
        '_200_search_vector_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) '
        'OR (old.description IS DISTINCT FROM new.description) OR (old.context IS DISTINCT FROM '
        'new.context) OR (old.decision IS DISTINCT FROM new.decision) OR (old.consequences IS '
        'DISTINCT FROM new.consequences))) EXECUTE FUNCTION '
        'update_architecture_decision_search_vector()'
    ),
    (
        'architecture_decisions',
        '_210_search_vector_guard',
        'BEFORE UPDATE OF search_vector FOR EACH ROW EXECUTE FUNCTION '
        'update_architecture_decision_search_vector()'
    ),
    (
        'architecture_decisions',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN (((new.status <> ALL '
        '(ARRAY[''proposed''::decision_status_enum, ''review''::decision_status_enum])) AND '
        '(new.decided_at IS NULL))) EXECUTE FUNCTION fill_architecture_decision_times()'
    ),
    (
        'architecture_decisions',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION fill_architecture_decision_times()'
    ),
    (
        'architecture_decisions',
        '_380_guard_hierarchy',
        'AFTER UPDATE FOR EACH ROW WHEN (((new.superseded_by IS NOT NULL) AND ((old.superseded_by '
        'IS DISTINCT FROM new.superseded_by) OR (old.project_id <> new.project_id)))) EXECUTE '
        'FUNCTION guard_hierarchy()'
    ),
    (
        'architecture_decisions',
        '_390_refuse_circle_insert',
        'AFTER INSERT FOR EACH ROW WHEN ((new.superseded_by IS NOT NULL)) EXECUTE FUNCTION '
        'refuse_architecture_decision_circle()'
    ),
    (
        'architecture_decisions',
        '_390_refuse_circle_update',
        'AFTER UPDATE FOR EACH ROW WHEN (((new.superseded_by IS NOT NULL) AND ((old.superseded_by '
        'IS DISTINCT FROM new.superseded_by) OR (old.project_id <> new.project_id)))) EXECUTE '
        'FUNCTION refuse_architecture_decision_circle()'
    ),
    (
        'architecture_decisions',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'architecture_decisions',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'architecture_decisions',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_architecture_decisions()'
    ),
    (
        'audit_logs',
        '_810_append_only',
        'always BEFORE UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change()'
    ),
    (
        'audit_logs',
        '_811_retired_only',
        'always AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE '
        'FUNCTION refuse_early_deletion()'
    ),
    (
        'audit_retirements',
        '_810_append_only',
        'always BEFORE DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION '
        'refuse_log_change()'
    ),
    (
        'audit_seals',
        '_810_append_only',
        'always BEFORE DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION '
        'refuse_log_change()'
    ),
    (
        'collaboration_sessions',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'collaboration_sessions',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN (((new.status = ''in_progress''::session_status_enum) '
        'AND (new.actual_start IS NULL))) EXECUTE FUNCTION fill_collaboration_session_times()'
    ),
    (
        'collaboration_sessions',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION fill_collaboration_session_times()'
    ),
    (
        'collaboration_sessions',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'collaboration_sessions',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'collaboration_sessions',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_collaboration_sessions()'
    ),
    (
        'organizations',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'organizations',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'organizations',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'organizations',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_organizations()'
    ),
    (
        'project_analytics',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'project_analytics',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'project_analytics',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'project_analytics',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_project_analytics()'
    ),
    (
        'project_risks',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'project_risks',
        '_310_fill_times',
        'BEFORE INSERT OR UPDATE FOR EACH ROW WHEN (((new.status = '
        '''mitigated''::risk_status_enum) AND (new.mitigated_at IS NULL))) EXECUTE FUNCTION '
        'fill_project_risk_times()'
    ),
    (
        'project_risks',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'project_risks',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'project_risks',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_project_risks()'
    ),
    (
        'projects',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'projects',
        '_200_search_vector_insert',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION update_project_search_vector()'
    ),
    (
        'projects',
        '_200_search_vector_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((((old.name)::text IS DISTINCT FROM (new.name)::text) '
        'OR (old.description IS DISTINCT FROM new.description))) EXECUTE FUNCTION '
        'update_project_search_vector()'
    ),
    (
        'projects',
        '_210_search_vector_guard',
        'BEFORE UPDATE OF search_vector FOR EACH ROW EXECUTE FUNCTION '
        'update_project_search_vector()'
    ),
    (
        'projects',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN (((new.status = ANY '
        '(ARRAY[''completed''::project_status_enum, ''cancelled''::project_status_enum])) AND '
        '(new.actual_end_date IS NULL))) EXECUTE FUNCTION fill_project_times()'
    ),
    (
        'projects',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION fill_project_times()'
    ),
    (
        'projects',
        '_500_guard_status',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION guard_status_transition()'
    ),
    (
        'projects',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'projects',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'projects',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_projects()'
    ),
    (
        'requirements',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'requirements',
        '_200_search_vector_insert',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION update_requirement_search_vector()'
    ),
    (
        'requirements',
        '_200_search_vector_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) '
        'OR (old.description IS DISTINCT FROM new.description))) EXECUTE FUNCTION '
        'update_requirement_search_vector()'
    ),
    (
        'requirements',
        '_210_search_vector_guard',
        'BEFORE UPDATE OF search_vector FOR EACH ROW EXECUTE FUNCTION '
        'update_requirement_search_vector()'
    ),
    (
        'requirements',
        '_300_fill_lineage',
        'BEFORE INSERT FOR EACH ROW WHEN ((new.lineage_id IS NULL)) EXECUTE FUNCTION '
        'fill_requirement_lineage()'
    ),
    (
        'requirements',
        '_340_check_related_insert',
        'AFTER INSERT FOR EACH ROW WHEN ((cardinality(new.related_requirements) > 0)) EXECUTE '
        'FUNCTION check_related_requirements()'
    ),
    (
        'requirements',
        '_340_check_related_update',
        'AFTER UPDATE FOR EACH ROW WHEN (((cardinality(new.related_requirements) > 0) AND '
        '((old.related_requirements <> new.related_requirements) OR (old.project_id <> '
        'new.project_id)))) EXECUTE FUNCTION check_related_requirements()'
    ),
    (
        'requirements',
        '_380_guard_hierarchy',
        'AFTER UPDATE FOR EACH ROW WHEN (((new.parent_requirement_id IS NOT NULL) AND '
        '((old.parent_requirement_id IS DISTINCT FROM new.parent_requirement_id) OR '
        '(old.project_id <> new.project_id)))) EXECUTE FUNCTION guard_hierarchy()'
    ),
    (
        'requirements',
        '_390_refuse_circle_insert',
        'AFTER INSERT FOR EACH ROW WHEN ((new.parent_requirement_id IS NOT NULL)) EXECUTE '
        'FUNCTION refuse_requirement_circle()'
    ),
    (
        'requirements',
        '_390_refuse_circle_update',
        'AFTER UPDATE FOR EACH ROW WHEN (((new.parent_requirement_id IS NOT NULL) AND '
        '((old.parent_requirement_id IS DISTINCT FROM new.parent_requirement_id) OR '
        '(old.project_id <> new.project_id)))) EXECUTE FUNCTION refuse_requirement_circle()'
    ),
    (
        'requirements',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'requirements',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'requirements',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_requirements()'
    ),
    (
        'session_participants',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'session_participants',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN ((((new.status = ANY '
        '(ARRAY[''joined''::participant_status_enum, ''left''::participant_status_enum])) AND '
        '(new.joined_at IS NULL)) OR ((new.status = ''left''::participant_status_enum) AND '
        '(new.left_at IS NULL)))) EXECUTE FUNCTION fill_session_participant_times()'
    ),
    (
        'session_participants',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION fill_session_participant_times()'
    ),
    (
        'session_participants',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'session_participants',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'session_participants',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_session_participants()'
    ),
    (
        'task_dependencies',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'task_dependencies',
        '_380_guard_hierarchy',
        'AFTER INSERT OR UPDATE FOR EACH ROW EXECUTE FUNCTION guard_hierarchy()'
    ),
    (
        'task_dependencies',
        '_390_refuse_circle',
        'AFTER INSERT OR UPDATE FOR EACH ROW EXECUTE FUNCTION refuse_task_dependency_circle()'
    ),
    (
        'task_dependencies',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'task_dependencies',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'task_dependencies',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_task_dependencies()'
    ),
    (
        'tasks',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'tasks',
        '_200_search_vector_insert',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION update_task_search_vector()'
    ),
    (
        'tasks',
        '_200_search_vector_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) '
        'OR (old.description IS DISTINCT FROM new.description))) EXECUTE FUNCTION '
        'update_task_search_vector()'
    ),
    (
        'tasks',
        '_210_search_vector_guard',
        'BEFORE UPDATE OF search_vector FOR EACH ROW EXECUTE FUNCTION update_task_search_vector()'
    ),
    (
        'tasks',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN ((((new.assigned_to IS NOT NULL) AND (new.assigned_at IS '
        'NULL)) OR ((new.status = ''in_progress''::task_status_enum) AND (new.started_at IS '
        'NULL)) OR ((new.status = ''completed''::task_status_enum) AND (new.completed_at IS '
        'NULL)))) EXECUTE FUNCTION fill_task_times()'
    ),
    (
        'tasks',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) OR '
        '(old.assigned_to IS DISTINCT FROM new.assigned_to))) EXECUTE FUNCTION fill_task_times()'
    ),
    (
        'tasks',
        '_380_guard_hierarchy',
        'AFTER UPDATE FOR EACH ROW WHEN (((new.parent_task_id IS NOT NULL) AND '
        '((old.parent_task_id IS DISTINCT FROM new.parent_task_id) OR (old.project_id <> '
        'new.project_id)))) EXECUTE FUNCTION guard_hierarchy()'
    ),
    (
        'tasks',
        '_390_refuse_circle_insert',
        'AFTER INSERT FOR EACH ROW WHEN ((new.parent_task_id IS NOT NULL)) EXECUTE FUNCTION '
        'refuse_task_circle()'
    ),
    (
        'tasks',
        '_390_refuse_circle_update',
        'AFTER UPDATE FOR EACH ROW WHEN (((new.parent_task_id IS NOT NULL) AND '
        '((old.parent_task_id IS DISTINCT FROM new.parent_task_id) OR (old.project_id <> '
        'new.project_id)))) EXECUTE FUNCTION refuse_task_circle()'
    ),
    (
        'tasks',
        '_500_guard_status',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION guard_status_transition()'
    ),
    (
        'tasks',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'tasks',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'tasks',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_tasks()'
    ),
    (
        'team_memberships',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'team_memberships',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN (((new.status = ''invited''::membership_status_enum) OR '
        '((new.status = ''active''::membership_status_enum) AND (new.joined_at IS NULL)) OR '
        '((new.status = ''left''::membership_status_enum) AND (new.left_at IS NULL)))) EXECUTE '
        'FUNCTION fill_team_membership_times()'
    ),
    (
        'team_memberships',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE '
        'FUNCTION fill_team_membership_times()'
    ),
    (
        'team_memberships',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'team_memberships',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'team_memberships',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_team_memberships()'
    ),
    (
        'user_activities',
        '_340_check_entity',
        'AFTER INSERT FOR EACH ROW WHEN (((new.entity_id IS NOT NULL) AND (new.activity_type <> '
        '''delete''::activity_type_enum))) EXECUTE FUNCTION check_activity_entity()'
    ),
    (
        'users',
        '_100_set_updated_at',
        'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION set_updated_at()'
    ),
    (
        'users',
        '_200_search_vector_insert',
        'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION update_user_search_vector()'
    ),
    (
        'users',
        '_200_search_vector_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((((old.username)::text IS DISTINCT FROM '
        '(new.username)::text) OR ((old.display_name)::text IS DISTINCT FROM '
        '(new.display_name)::text) OR ((old.first_name)::text IS DISTINCT FROM '
        '(new.first_name)::text) OR ((old.last_name)::text IS DISTINCT FROM '
        '(new.last_name)::text))) EXECUTE FUNCTION update_user_search_vector()'
    ),
    (
        'users',
        '_210_search_vector_guard',
        'BEFORE UPDATE OF search_vector FOR EACH ROW EXECUTE FUNCTION update_user_search_vector()'
    ),
    (
        'users',
        '_310_fill_times_insert',
        'BEFORE INSERT FOR EACH ROW WHEN (((new.api_key_hash IS NOT NULL) AND '
        '(new.api_key_created_at IS NULL))) EXECUTE FUNCTION fill_user_times()'
    ),
    (
        'users',
        '_310_fill_times_update',
        'BEFORE UPDATE FOR EACH ROW WHEN ((((old.password_hash)::text <> '
        '(new.password_hash)::text) OR ((old.api_key_hash)::text IS DISTINCT FROM '
        '(new.api_key_hash)::text))) EXECUTE FUNCTION fill_user_times()'
    ),
    (
        'users',
        '_800_audit_delete',
        'AFTER DELETE REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_deleted_rows()'
    ),
    (
        'users',
        '_800_audit_insert',
        'AFTER INSERT REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION '
        'audit_inserted_rows()'
    ),
    (
        'users',
        '_800_audit_update',
        'AFTER UPDATE REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT '
        'EXECUTE FUNCTION audit_updated_users()'
    )
) as stated (table_name, trigger_name, definition);

select * from finish();

rollback;
