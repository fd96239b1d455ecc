-- The indexes beside those of the specification, each as it was measured. What they serve is said
-- in their comments; that queries use them, in the headers of packages/bench/queries.

begin;

select plan(38);

select index_is('public', table_name, index_name, definition)
from (values
    (
        'approval_requests',
        'approval_requests_project_id_requested_at_idx',
        'btree (project_id, requested_at DESC)'
    ),
    (
        'approval_requests',
        'approval_requests_project_id_due_date_idx',
        'btree (project_id, due_date) WHERE (status = ''pending''::approval_status_enum)'
    ),
    (
        'approval_requests',
        'approval_requests_subject_type_subject_id_requested_at_idx',
        'btree (subject_type, subject_id, requested_at DESC)'
    ),
    ('approval_requests', 'approval_requests_workflow_id_idx', 'btree (workflow_id)'),
    ('approval_responses', 'approval_responses_approver_id_idx', 'btree (approver_id)'),
    ('approval_workflows', 'approval_workflows_created_by_idx', 'btree (created_by)'),
    (
        'approval_workflows',
        'approval_workflows_project_id_workflow_type_idx',
        'btree (project_id, workflow_type)'
    ),
    ('architecture_decisions', 'architecture_decisions_created_by_idx', 'btree (created_by)'),
    (
        'architecture_decisions',
        'architecture_decisions_decided_by_idx',
        'btree (decided_by) WHERE (decided_by IS NOT NULL)'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_project_id_status_idx',
        'btree (project_id, status)'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_superseded_by_idx',
        'btree (superseded_by) WHERE (superseded_by IS NOT NULL)'
    ),
    ('audit_logs', 'audit_logs_occurred_at_idx', 'brin (occurred_at) WITH (autosummarize=''on'')'),
    (
        'audit_logs',
        'audit_logs_project_id_occurred_at_idx',
        'btree (project_id, occurred_at DESC) WHERE (project_id IS NOT NULL)'
    ),
    (
        'audit_logs',
        'audit_logs_user_id_occurred_at_idx',
        'btree (user_id, occurred_at DESC) WHERE (user_id IS NOT NULL)'
    ),
    ('collaboration_sessions', 'collaboration_sessions_created_by_idx', 'btree (created_by)'),
    (
        'collaboration_sessions',
        'collaboration_sessions_facilitator_id_idx',
        'btree (facilitator_id) WHERE (facilitator_id IS NOT NULL)'
    ),
    ('organizations', 'organizations_created_by_idx', 'btree (created_by)'),
    ('project_risks', 'project_risks_created_by_idx', 'btree (created_by)'),
    (
        'project_risks',
        'project_risks_owner_id_idx',
        'btree (owner_id) WHERE (owner_id IS NOT NULL)'
    ),
    ('project_risks', 'project_risks_project_id_status_idx', 'btree (project_id, status)'),
    ('projects', 'projects_created_by_idx', 'btree (created_by)'),
    ('requirements', 'requirements_created_by_idx', 'btree (created_by)'),
    (
        'requirements',
        'requirements_parent_requirement_id_idx',
        'btree (parent_requirement_id) WHERE (parent_requirement_id IS NOT NULL)'
    ),
    (
        'requirements',
        'requirements_project_id_created_at_idx',
        'btree (project_id, created_at DESC)'
    ),
    ('requirements', 'requirements_related_requirements_idx', 'gin (related_requirements)'),
    (
        'requirements',
        'requirements_stakeholder_id_idx',
        'btree (stakeholder_id) WHERE (stakeholder_id IS NOT NULL)'
    ),
    ('session_participants', 'session_participants_user_id_status_idx', 'btree (user_id, status)'),
    ('tasks', 'tasks_assigned_by_idx', 'btree (assigned_by) WHERE (assigned_by IS NOT NULL)'),
    ('tasks', 'tasks_created_by_idx', 'btree (created_by)'),
    ('tasks', 'tasks_project_id_created_at_idx', 'btree (project_id, created_at DESC, id DESC)'),
    (
        'tasks',
        'tasks_project_id_due_date_idx',
        'btree (project_id, due_date) WHERE ((due_date IS NOT NULL) AND (status <> ALL '
        '(ARRAY[''completed''::task_status_enum, ''cancelled''::task_status_enum, '
        '''approved''::task_status_enum, ''rejected''::task_status_enum])))'
    ),
    (
        'tasks',
        'tasks_project_id_sequence_order_idx',
        'btree (project_id, sequence_order, id) WHERE (parent_task_id IS NULL)'
    ),
    (
        'team_memberships',
        'team_memberships_invited_by_idx',
        'btree (invited_by) WHERE (invited_by IS NOT NULL)'
    ),
    (
        'team_memberships',
        'team_memberships_user_id_status_idx',
        'btree (user_id, status) INCLUDE (organization_id, role)'
    ),
    (
        'user_activities',
        'user_activities_occurred_at_idx',
        'brin (occurred_at) WITH (autosummarize=''on'')'
    ),
    (
        'user_activities',
        'user_activities_project_id_occurred_at_idx',
        'btree (project_id, occurred_at DESC)'
    ),
    ('users', 'users_email_lower_key', 'unique btree (lower((email)::text))'),
    ('users', 'users_username_lower_key', 'unique btree (lower((username)::text))')
) as added (table_name, index_name, definition);

select * from finish();

rollback;
