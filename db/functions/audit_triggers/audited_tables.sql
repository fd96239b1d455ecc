-- Every table whose changes are recorded. Not among them: logs, which are records themselves, and
-- hierarchy_guards, which has no content.

call public.audit_table('public.users');
call public.audit_table('public.organizations');
call public.audit_table('public.team_memberships');
call public.audit_table('public.projects');
call public.audit_table('public.tasks');
call public.audit_table('public.task_dependencies');
call public.audit_table('public.requirements');
call public.audit_table('public.architecture_decisions');
call public.audit_table('public.project_risks');
call public.audit_table('public.collaboration_sessions');
call public.audit_table('public.session_participants');
call public.audit_table('public.approval_workflows');
call public.audit_table('public.approval_requests');
call public.audit_table('public.approval_assignments');
call public.audit_table('public.approval_responses');
call public.audit_table('public.project_analytics');
