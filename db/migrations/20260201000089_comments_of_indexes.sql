-- What the indexes of the migrations before are for: the queries they serve, or the foreign key
-- whose check would read the whole table without them.

-- migrate:up

comment on index public.users_email_lower_key is
    'Serves login_case_insensitive; two addresses that differ in case only are one person''s.';
comment on index public.users_username_lower_key is
    'Two handles that differ in case only would be taken for each other.';
comment on index public.team_memberships_user_id_status_idx is
    'Serves my_organizations, approvals_waiting_for_me and every policy, from the index alone.';
comment on index public.tasks_project_id_created_at_idx is
    'Serves project_tasks_newest, page by page.';
comment on index public.tasks_project_id_sequence_order_idx is
    'Serves root_tasks: the top level, which idx_tasks_parent_sequence leaves out.';
comment on index public.tasks_project_id_due_date_idx is
    'Serves overdue_tasks; the query has to rule out ended tasks by the same literals.';
comment on index public.requirements_parent_requirement_id_idx is
    'Serves requirement_children, and finds what refines a requirement to be deleted.';
comment on index public.requirements_related_requirements_idx is
    'Serves requirements_related_to: related_requirements @> an array of one.';
comment on index public.requirements_project_id_created_at_idx is
    'Serves the history of a project''s requirements, and finds those of a project to be deleted.';
comment on index public.architecture_decisions_project_id_status_idx is
    'Serves decisions_of_project, and finds the decisions of a project to be deleted.';
comment on index public.project_risks_project_id_status_idx is
    'Serves risk_matrix and top_open_risks, and finds the risks of a project to be deleted.';
comment on index public.session_participants_user_id_status_idx is
    'Serves my_upcoming_sessions, and finds the invitations of a user to be deleted.';
comment on index public.approval_requests_subject_type_subject_id_requested_at_idx is
    'Serves approvals_of_subject, newest first.';
comment on index public.approval_requests_project_id_requested_at_idx is
    'Serves approval_requests_of_project, newest first.';
comment on index public.approval_workflows_project_id_workflow_type_idx is
    'Serves active_workflow; idx_approval_workflow_active_type has no project in it.';
comment on index public.user_activities_project_id_occurred_at_idx is
    'Serves project_feed, acts of all types in order of time.';
comment on index public.audit_logs_user_id_occurred_at_idx is
    'Serves audit_of_actor, newest first.';
comment on index public.audit_logs_project_id_occurred_at_idx is
    'Serves audit_of_project, newest first.';
comment on index public.audit_logs_occurred_at_idx is
    'Serves audit_of_a_day, at a thousandth of a b-tree''s size: entries lie in order of time.';
comment on index public.organizations_created_by_idx is
    'Finds the organizations of a user when the user is to be deleted.';
comment on index public.team_memberships_invited_by_idx is
    'Finds who was invited by a user when the user is to be deleted.';
comment on index public.projects_created_by_idx is
    'Finds the projects of a user when the user is to be deleted.';
comment on index public.tasks_assigned_by_idx is
    'Finds what was assigned by a user when the user is to be deleted.';
comment on index public.tasks_created_by_idx is
    'Finds the tasks entered by a user when the user is to be deleted.';
comment on index public.requirements_stakeholder_id_idx is
    'Finds what is demanded by a user when the user is to be deleted.';
comment on index public.requirements_created_by_idx is
    'Finds the requirements written by a user when the user is to be deleted.';
comment on index public.architecture_decisions_decided_by_idx is
    'Finds the decisions answered for by a user when the user is to be deleted.';
comment on index public.architecture_decisions_created_by_idx is
    'Finds the decisions proposed by a user when the user is to be deleted.';
comment on index public.project_risks_owner_id_idx is
    'Finds the risks watched by a user when the user is to be deleted.';
comment on index public.project_risks_created_by_idx is
    'Finds the risks entered by a user when the user is to be deleted.';
comment on index public.collaboration_sessions_facilitator_id_idx is
    'Finds the sessions led by a user when the user is to be deleted.';
comment on index public.collaboration_sessions_created_by_idx is
    'Finds the sessions called by a user when the user is to be deleted.';
comment on index public.approval_workflows_created_by_idx is
    'Finds the workflows set up by a user when the user is to be deleted.';
comment on index public.approval_responses_approver_id_idx is
    'Finds the answers of a user when the user is to be deleted.';
comment on index public.architecture_decisions_superseded_by_idx is
    'Finds what a decision took the place of, and whether it can be deleted.';
comment on index public.approval_requests_workflow_id_idx is
    'Finds the requests under a workflow, and whether it can be deleted.';

-- migrate:down

comment on index public.approval_requests_workflow_id_idx is null;
comment on index public.architecture_decisions_superseded_by_idx is null;
comment on index public.approval_responses_approver_id_idx is null;
comment on index public.approval_workflows_created_by_idx is null;
comment on index public.collaboration_sessions_created_by_idx is null;
comment on index public.collaboration_sessions_facilitator_id_idx is null;
comment on index public.project_risks_created_by_idx is null;
comment on index public.project_risks_owner_id_idx is null;
comment on index public.architecture_decisions_created_by_idx is null;
comment on index public.architecture_decisions_decided_by_idx is null;
comment on index public.requirements_created_by_idx is null;
comment on index public.requirements_stakeholder_id_idx is null;
comment on index public.tasks_created_by_idx is null;
comment on index public.tasks_assigned_by_idx is null;
comment on index public.projects_created_by_idx is null;
comment on index public.team_memberships_invited_by_idx is null;
comment on index public.organizations_created_by_idx is null;
comment on index public.audit_logs_occurred_at_idx is null;
comment on index public.audit_logs_project_id_occurred_at_idx is null;
comment on index public.audit_logs_user_id_occurred_at_idx is null;
comment on index public.user_activities_project_id_occurred_at_idx is null;
comment on index public.approval_workflows_project_id_workflow_type_idx is null;
comment on index public.approval_requests_project_id_requested_at_idx is null;
comment on index public.approval_requests_subject_type_subject_id_requested_at_idx is null;
comment on index public.session_participants_user_id_status_idx is null;
comment on index public.project_risks_project_id_status_idx is null;
comment on index public.architecture_decisions_project_id_status_idx is null;
comment on index public.requirements_project_id_created_at_idx is null;
comment on index public.requirements_related_requirements_idx is null;
comment on index public.requirements_parent_requirement_id_idx is null;
comment on index public.tasks_project_id_due_date_idx is null;
comment on index public.tasks_project_id_sequence_order_idx is null;
comment on index public.tasks_project_id_created_at_idx is null;
comment on index public.team_memberships_user_id_status_idx is null;
comment on index public.users_username_lower_key is null;
comment on index public.users_email_lower_key is null;
