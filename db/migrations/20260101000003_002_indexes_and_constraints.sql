-- Performance optimization: the initial indexes. The tables are empty when this runs, so the builds
-- are plain and transactional; an index on a table with rows is built concurrently, alone in its
-- file. Constraints stand with their tables. The comments name the queries that an index serves.

-- migrate:up

-- Projects

create index idx_projects_status_priority on public.projects (status, priority)
where status <> 'completed';
comment on index public.idx_projects_status_priority is
    'Serves active_critical_projects; the query has to rule out completed projects by a literal.';

create index idx_projects_organization_status on public.projects (organization_id, status);
comment on index public.idx_projects_organization_status is
    'Serves org_project_list, org_projects_by_status and org_dashboard.';

create index idx_projects_search_vector on public.projects using gin (search_vector);
comment on index public.idx_projects_search_vector is 'Serves project_search.';

-- Tasks

create index idx_tasks_project_status on public.tasks (project_id, status);
comment on index public.idx_tasks_project_status is
    'Serves board_column and project_dashboard, and finds the tasks of a project that is deleted.';

create index idx_tasks_assigned_status on public.tasks (assigned_to, status)
where assigned_to is not null;
comment on index public.idx_tasks_assigned_status is
    'Serves my_open_tasks, and finds the tasks of a user who is deleted.';

create index idx_tasks_parent_sequence on public.tasks (parent_task_id, sequence_order)
where parent_task_id is not null;
comment on index public.idx_tasks_parent_sequence is
    'Serves task_children and task_subtree, in display order; top-level tasks are not in it.';

create index idx_tasks_search_vector on public.tasks using gin (search_vector);
comment on index public.idx_tasks_search_vector is
    'Serves tasks_search_in_project where projects are large. The dearest index to maintain.';

-- Users

create index idx_users_email_active on public.users (email)
where is_active = true;
comment on index public.idx_users_email_active is
    'Serves login_by_email, as users_email_key does; smaller by the accounts that are closed.';

create index idx_users_organization_role on public.team_memberships (organization_id, role);
comment on index public.idx_users_organization_role is
    'Serves org_members_by_role. It lies on team_memberships, whatever its name suggests.';

create index idx_users_api_key_hash on public.users (api_key_hash)
where api_key_hash is not null;
comment on index public.idx_users_api_key_hash is
    'Serves api_key_lookup; most users have no key and are not in it.';

-- Analytics and reporting

create index idx_user_activities_user_occurred on public.user_activities (
    user_id,
    occurred_at desc
);
comment on index public.idx_user_activities_user_occurred is 'Serves user_feed, newest first.';

create index idx_user_activities_project_type on public.user_activities (
    project_id,
    activity_type,
    occurred_at desc
);
comment on index public.idx_user_activities_project_type is
    'Serves project_activity_of_type; it cannot put the acts of all types in order of time.';

create index idx_audit_logs_target_occurred on public.audit_logs (
    target_type,
    target_id,
    occurred_at desc
);
comment on index public.idx_audit_logs_target_occurred is 'Serves audit_of_object, newest first.';

-- Collaboration

create index idx_collaboration_sessions_project_scheduled on public.collaboration_sessions (
    project_id,
    scheduled_start
);
comment on index public.idx_collaboration_sessions_project_scheduled is
    'Serves project_upcoming_sessions.';

create index idx_approval_requests_status_due on public.approval_requests (status, due_date)
where status = 'pending';
comment on index public.idx_approval_requests_status_due is
    'Serves overdue_approvals and approvals_waiting_for_me; in_review is outside its predicate.';

-- Partial indexes

create index idx_tasks_incomplete on public.tasks (project_id, priority, created_at)
where status in ('pending', 'in_progress', 'blocked');
comment on index public.idx_tasks_incomplete is
    'Serves incomplete_by_priority, read backwards, and workload; needs_review is not in it.';

create index idx_requirements_current_version on public.requirements (project_id, type, status)
where is_current_version = true;
comment on index public.idx_requirements_current_version is
    'Serves current_requirements; earlier versions are not in it.';

-- JSONB, searched by containment

create index idx_projects_settings on public.projects using gin (settings);
comment on index public.idx_projects_settings is
    'Serves projects_by_setting: settings @> an object, not settings ->> a key.';

create index idx_tasks_custom_fields on public.tasks using gin (custom_fields);
comment on index public.idx_tasks_custom_fields is
    'Serves task_by_external_ref: custom_fields @> an object, not custom_fields ->> a key.';

-- Composite indexes

create index idx_project_analytics_date_project on public.project_analytics (
    snapshot_date desc,
    project_id
);
comment on index public.idx_project_analytics_date_project is
    'Serves portfolio_of_a_day over all projects; one organization''s day uses the unique key.';

create index idx_approval_workflow_active_type on public.approval_workflows (
    workflow_type,
    is_active
)
where is_active = true;
comment on index public.idx_approval_workflow_active_type is
    'Serves active_workflow; the project is not in it and is filtered afterwards.';

-- migrate:down

drop index public.idx_approval_workflow_active_type;
drop index public.idx_project_analytics_date_project;
drop index public.idx_tasks_custom_fields;
drop index public.idx_projects_settings;
drop index public.idx_requirements_current_version;
drop index public.idx_tasks_incomplete;
drop index public.idx_approval_requests_status_due;
drop index public.idx_collaboration_sessions_project_scheduled;
drop index public.idx_audit_logs_target_occurred;
drop index public.idx_user_activities_project_type;
drop index public.idx_user_activities_user_occurred;
drop index public.idx_users_api_key_hash;
drop index public.idx_users_organization_role;
drop index public.idx_users_email_active;
drop index public.idx_tasks_search_vector;
drop index public.idx_tasks_parent_sequence;
drop index public.idx_tasks_assigned_status;
drop index public.idx_tasks_project_status;
drop index public.idx_projects_search_vector;
drop index public.idx_projects_organization_status;
drop index public.idx_projects_status_priority;
