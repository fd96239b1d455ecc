-- Row security and its policies as they were reviewed. What they let through and what not, the
-- other files of this directory try.

begin;

select plan(97);

select row_security_is('public', table_name, definition)
from (values
    ('approval_assignments', 'enabled forced'),
    ('approval_requests', 'enabled forced'),
    ('approval_responses', 'enabled forced'),
    ('approval_workflows', 'enabled forced'),
    ('architecture_decisions', 'enabled forced'),
    ('audit_logs', 'enabled forced'),
    ('audit_retirements', 'enabled forced'),
    ('audit_seals', 'enabled forced'),
    ('collaboration_sessions', 'enabled forced'),
    ('hierarchy_guards', 'enabled forced'),
    ('organizations', 'enabled forced'),
    ('project_analytics', 'enabled forced'),
    ('project_risks', 'enabled forced'),
    ('projects', 'enabled forced'),
    ('requirements', 'enabled forced'),
    ('session_participants', 'enabled forced'),
    ('task_dependencies', 'enabled forced'),
    ('tasks', 'enabled forced'),
    ('team_memberships', 'enabled forced'),
    ('user_activities', 'enabled forced'),
    ('users', 'enabled forced')
) as stated (table_name, definition);

select policy_is('public', table_name, policy_name, definition)
from (values
    (
        'approval_assignments',
        'approval_assignments_app_insert',
        'for insert to bduf_app with check (((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND '
        '(approver_id = ANY (( SELECT current_colleague_ids() AS current_colleague_ids)::uuid[])) '
        'AND ((delegated_to IS NULL) OR (delegated_to = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[]))) AND (decision IS NULL)))'
    ),
    (
        'approval_assignments',
        'approval_assignments_app_update',
        'for update to bduf_app using (((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND ((( SELECT '
        'current_user_id() AS current_user_id) = approver_id) OR (( SELECT current_user_id() AS '
        'current_user_id) = delegated_to)))) with check (((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND ((( SELECT '
        'current_user_id() AS current_user_id) = approver_id) OR (( SELECT current_user_id() AS '
        'current_user_id) = delegated_to)) AND ((delegated_to IS NULL) OR (delegated_to = ANY (( '
        'SELECT current_colleague_ids() AS current_colleague_ids)::uuid[])))))'
    ),
    (
        'approval_assignments',
        'approval_assignments_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'approval_assignments',
        'approval_assignments_readonly_select',
        'for select to bduf_readonly using ((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])))'
    ),
    (
        'approval_requests',
        'approval_requests_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (requested_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND (workflow_id IN ( SELECT workflow.id FROM approval_workflows '
        'workflow WHERE (workflow.project_id = approval_requests.project_id)))))'
    ),
    (
        'approval_requests',
        'approval_requests_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check ((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])))'
    ),
    (
        'approval_requests',
        'approval_requests_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'approval_requests',
        'approval_requests_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'approval_responses',
        'approval_responses_app_insert',
        'for insert to bduf_app with check (((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND '
        '(approver_id = ( SELECT current_user_id() AS current_user_id))))'
    ),
    (
        'approval_responses',
        'approval_responses_app_update',
        'for update to bduf_app using (((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])) AND '
        '(approver_id = ( SELECT current_user_id() AS current_user_id)))) with check '
        '(((request_id = ANY (( SELECT current_approval_request_ids() AS '
        'current_approval_request_ids)::uuid[])) AND (approver_id = ( SELECT current_user_id() AS '
        'current_user_id))))'
    ),
    (
        'approval_responses',
        'approval_responses_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'approval_responses',
        'approval_responses_readonly_select',
        'for select to bduf_readonly using ((request_id = ANY (( SELECT '
        'current_approval_request_ids() AS current_approval_request_ids)::uuid[])))'
    ),
    (
        'approval_workflows',
        'approval_workflows_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'approval_workflows',
        'approval_workflows_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id))))'
    ),
    (
        'approval_workflows',
        'approval_workflows_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check ((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])))'
    ),
    (
        'approval_workflows',
        'approval_workflows_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'approval_workflows',
        'approval_workflows_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((decided_by IS NULL) OR (decided_by = ANY (( SELECT '
        'current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((superseded_by IS '
        'NULL) OR decision_is_in_project(superseded_by, project_id))))'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check (((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])) AND ((decided_by IS NULL) OR '
        '(decided_by = ANY (( SELECT current_colleague_ids() AS current_colleague_ids)::uuid[]))) '
        'AND ((superseded_by IS NULL) OR decision_is_in_project(superseded_by, project_id))))'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'audit_logs',
        'audit_logs_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'audit_logs',
        'audit_logs_readonly_select',
        'for select to bduf_readonly using (((organization_id = ANY (( SELECT '
        'current_organization_ids() AS current_organization_ids)::uuid[])) OR ((organization_id '
        'IS NULL) AND (project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))))'
    ),
    (
        'audit_retirements',
        'audit_retirements_owner_all',
        'for all to bduf_owner using (true) with check (true)'
    ),
    ('audit_seals', 'audit_seals_monitor_select', 'for select to pg_monitor using (true)'),
    (
        'audit_seals',
        'audit_seals_owner_all',
        'for all to bduf_owner using (true) with check (true)'
    ),
    (
        'collaboration_sessions',
        'collaboration_sessions_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'collaboration_sessions',
        'collaboration_sessions_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((facilitator_id IS NULL) OR (facilitator_id = ANY (( SELECT '
        'current_colleague_ids() AS current_colleague_ids)::uuid[])))))'
    ),
    (
        'collaboration_sessions',
        'collaboration_sessions_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check (((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])) AND ((facilitator_id IS NULL) OR '
        '(facilitator_id = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[])))))'
    ),
    (
        'collaboration_sessions',
        'collaboration_sessions_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'collaboration_sessions',
        'collaboration_sessions_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'hierarchy_guards',
        'hierarchy_guards_owner_all',
        'for all to bduf_owner using (true) with check (true)'
    ),
    (
        'organizations',
        'organizations_app_update',
        'for update to bduf_app using ((id = ANY (( SELECT '
        'current_administered_organization_ids() AS '
        'current_administered_organization_ids)::uuid[]))) with check ((id = ANY (( SELECT '
        'current_administered_organization_ids() AS '
        'current_administered_organization_ids)::uuid[])))'
    ),
    (
        'organizations',
        'organizations_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'organizations',
        'organizations_readonly_select',
        'for select to bduf_readonly using ((id = ANY (( SELECT current_organization_ids() AS '
        'current_organization_ids)::uuid[])))'
    ),
    (
        'project_analytics',
        'project_analytics_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'project_analytics',
        'project_analytics_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'project_risks',
        'project_risks_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'project_risks',
        'project_risks_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((owner_id IS NULL) OR (owner_id = ANY (( SELECT '
        'current_colleague_ids() AS current_colleague_ids)::uuid[])))))'
    ),
    (
        'project_risks',
        'project_risks_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check (((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])) AND ((owner_id IS NULL) OR '
        '(owner_id = ANY (( SELECT current_colleague_ids() AS current_colleague_ids)::uuid[])))))'
    ),
    (
        'project_risks',
        'project_risks_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'project_risks',
        'project_risks_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'projects',
        'projects_app_insert',
        'for insert to bduf_app with check (((created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((organization_id IS NULL) OR (organization_id = ANY (( SELECT '
        'current_organization_ids() AS current_organization_ids)::uuid[])))))'
    ),
    (
        'projects',
        'projects_app_update',
        'for update to bduf_app using ((id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check ((id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'projects',
        'projects_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'projects',
        'projects_readonly_select',
        'for select to bduf_readonly using (((organization_id = ANY (( SELECT '
        'current_organization_ids() AS current_organization_ids)::uuid[])) OR ((organization_id '
        'IS NULL) AND (created_by = ( SELECT current_user_id() AS current_user_id)))))'
    ),
    (
        'requirements',
        'requirements_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'requirements',
        'requirements_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((stakeholder_id IS NULL) OR (stakeholder_id = ANY (( SELECT '
        'current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((parent_requirement_id '
        'IS NULL) OR requirement_is_in_project(parent_requirement_id, project_id)) AND '
        '((lineage_id = id) OR requirement_is_in_project(lineage_id, project_id))))'
    ),
    (
        'requirements',
        'requirements_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check (((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])) AND ((stakeholder_id IS NULL) OR '
        '(stakeholder_id = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[]))) AND ((parent_requirement_id IS NULL) OR '
        'requirement_is_in_project(parent_requirement_id, project_id))))'
    ),
    (
        'requirements',
        'requirements_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'requirements',
        'requirements_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'session_participants',
        'session_participants_app_delete',
        'for delete to bduf_app using ((session_id = ANY (( SELECT current_session_ids() AS '
        'current_session_ids)::uuid[])))'
    ),
    (
        'session_participants',
        'session_participants_app_insert',
        'for insert to bduf_app with check (((session_id = ANY (( SELECT current_session_ids() AS '
        'current_session_ids)::uuid[])) AND (user_id = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[]))))'
    ),
    (
        'session_participants',
        'session_participants_app_update',
        'for update to bduf_app using ((session_id = ANY (( SELECT current_session_ids() AS '
        'current_session_ids)::uuid[]))) with check ((session_id = ANY (( SELECT '
        'current_session_ids() AS current_session_ids)::uuid[])))'
    ),
    (
        'session_participants',
        'session_participants_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'session_participants',
        'session_participants_readonly_select',
        'for select to bduf_readonly using ((session_id = ANY (( SELECT current_session_ids() AS '
        'current_session_ids)::uuid[])))'
    ),
    (
        'task_dependencies',
        'task_dependencies_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'task_dependencies',
        'task_dependencies_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND task_is_in_project(predecessor_id, project_id) AND '
        'task_is_in_project(successor_id, project_id)))'
    ),
    (
        'task_dependencies',
        'task_dependencies_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check ((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])))'
    ),
    (
        'task_dependencies',
        'task_dependencies_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'task_dependencies',
        'task_dependencies_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'tasks',
        'tasks_app_delete',
        'for delete to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'tasks',
        'tasks_app_insert',
        'for insert to bduf_app with check (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) AND (created_by = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((assigned_to IS NULL) OR (assigned_to = ANY (( SELECT '
        'current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((assigned_by IS NULL) '
        'OR (assigned_by = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[]))) AND ((parent_task_id IS NULL) OR '
        'task_is_in_project(parent_task_id, project_id))))'
    ),
    (
        'tasks',
        'tasks_app_update',
        'for update to bduf_app using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[]))) with check (((project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])) AND ((assigned_to IS NULL) OR '
        '(assigned_to = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[]))) AND ((assigned_by IS NULL) OR (assigned_by = ANY (( '
        'SELECT current_colleague_ids() AS current_colleague_ids)::uuid[]))) AND ((parent_task_id '
        'IS NULL) OR task_is_in_project(parent_task_id, project_id))))'
    ),
    (
        'tasks',
        'tasks_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'tasks',
        'tasks_readonly_select',
        'for select to bduf_readonly using ((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])))'
    ),
    (
        'team_memberships',
        'team_memberships_app_update',
        'for update to bduf_app using ((organization_id = ANY (( SELECT '
        'current_administered_organization_ids() AS '
        'current_administered_organization_ids)::uuid[]))) with check (((organization_id = ANY (( '
        'SELECT current_administered_organization_ids() AS '
        'current_administered_organization_ids)::uuid[])) AND ((status <> '
        '''active''::membership_status_enum) OR (user_id = ANY (( SELECT current_colleague_ids() '
        'AS current_colleague_ids)::uuid[])))))'
    ),
    (
        'team_memberships',
        'team_memberships_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'team_memberships',
        'team_memberships_readonly_select',
        'for select to bduf_readonly using (((organization_id = ANY (( SELECT '
        'current_organization_ids() AS current_organization_ids)::uuid[])) OR (user_id = ( SELECT '
        'current_user_id() AS current_user_id))))'
    ),
    (
        'user_activities',
        'user_activities_app_insert',
        'for insert to bduf_app with check (((user_id = ( SELECT current_user_id() AS '
        'current_user_id)) AND ((project_id IS NULL) OR (project_id = ANY (( SELECT '
        'current_project_ids() AS current_project_ids)::uuid[])))))'
    ),
    (
        'user_activities',
        'user_activities_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'user_activities',
        'user_activities_readonly_select',
        'for select to bduf_readonly using (((project_id = ANY (( SELECT current_project_ids() AS '
        'current_project_ids)::uuid[])) OR ((project_id IS NULL) AND (user_id = ( SELECT '
        'current_user_id() AS current_user_id)))))'
    ),
    (
        'users',
        'users_app_update',
        'for update to bduf_app using ((id = ( SELECT current_user_id() AS current_user_id))) '
        'with check ((id = ( SELECT current_user_id() AS current_user_id)))'
    ),
    (
        'users',
        'users_platform_all',
        'for all to bduf_admin, bduf_job, bduf_owner using (true) with check (true)'
    ),
    (
        'users',
        'users_readonly_select',
        'for select to bduf_readonly using ((id = ANY (( SELECT current_colleague_ids() AS '
        'current_colleague_ids)::uuid[])))'
    )
) as stated (table_name, policy_name, definition);

select * from finish();

rollback;
