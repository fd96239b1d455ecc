-- What people write leaves no trace in the planner's statistics. Comparisons of texts are
-- leakproof, so that under a policy the planner still looks at the most common values and the
-- histogram of a column, which come from the rows of every tenant: the row estimates of `explain`
-- would tell, guess by guess, what stands in the rows that one cannot see. The operator @@ of
-- search is not leakproof, but its estimate uses the most common words all the same.
--
-- No query of ours needs these statistics: texts are looked up by unique indexes, and the words to
-- search for come as a parameter. Words of our own vocabulary (event_action, entity_type and so
-- on) keep theirs; how often they are used is no secret.

-- migrate:up

alter table public.approval_requests
alter column title set statistics 0,
alter column description set statistics 0,
alter column decision_notes set statistics 0;

alter table public.approval_responses
alter column comments set statistics 0,
alter column conditions set statistics 0;

alter table public.approval_workflows
alter column name set statistics 0,
alter column description set statistics 0;

alter table public.architecture_decisions
alter column title set statistics 0,
alter column description set statistics 0,
alter column context set statistics 0,
alter column decision set statistics 0,
alter column consequences set statistics 0,
alter column search_vector set statistics 0;

alter table public.audit_logs
alter column event_description set statistics 0,
alter column ip_address set statistics 0,
alter column user_agent set statistics 0,
alter column request_id set statistics 0;

alter table public.collaboration_sessions
alter column title set statistics 0,
alter column description set statistics 0,
alter column recording_url set statistics 0;

alter table public.organizations
alter column name set statistics 0,
alter column slug set statistics 0,
alter column description set statistics 0,
alter column website_url set statistics 0,
alter column billing_email set statistics 0;

alter table public.project_risks
alter column title set statistics 0,
alter column description set statistics 0,
alter column mitigation_strategy set statistics 0,
alter column contingency_plan set statistics 0;

alter table public.projects
alter column name set statistics 0,
alter column description set statistics 0,
alter column search_vector set statistics 0;

alter table public.requirements
alter column title set statistics 0,
alter column description set statistics 0,
alter column category set statistics 0,
alter column source set statistics 0,
alter column search_vector set statistics 0;

alter table public.tasks
alter column title set statistics 0,
alter column description set statistics 0,
alter column search_vector set statistics 0;

alter table public.user_activities
alter column description set statistics 0,
alter column ip_address set statistics 0,
alter column user_agent set statistics 0,
alter column session_id set statistics 0;

alter table public.users
alter column email set statistics 0,
alter column username set statistics 0,
alter column password_hash set statistics 0,
alter column first_name set statistics 0,
alter column last_name set statistics 0,
alter column display_name set statistics 0,
alter column avatar_url set statistics 0,
alter column bio set statistics 0,
alter column api_key_hash set statistics 0,
alter column search_vector set statistics 0;

alter index public.users_email_lower_key alter column 1 set statistics 0;
alter index public.users_username_lower_key alter column 1 set statistics 0;

-- What earlier runs of analyze have found stays otherwise: analyze does not look at these any
-- more.

select pg_clear_attribute_stats('public', relname, attname, false)
from
    pg_catalog.pg_attribute
    join pg_catalog.pg_class on pg_class.oid = attrelid
where
    relnamespace = 'public'::regnamespace
    and attstattarget = 0
    and attnum > 0
    and not attisdropped;
-- migrate:down

alter index public.users_username_lower_key alter column 1 set statistics default;
alter index public.users_email_lower_key alter column 1 set statistics default;

alter table public.users
alter column email set statistics default,
alter column username set statistics default,
alter column password_hash set statistics default,
alter column first_name set statistics default,
alter column last_name set statistics default,
alter column display_name set statistics default,
alter column avatar_url set statistics default,
alter column bio set statistics default,
alter column api_key_hash set statistics default,
alter column search_vector set statistics default;

alter table public.user_activities
alter column description set statistics default,
alter column ip_address set statistics default,
alter column user_agent set statistics default,
alter column session_id set statistics default;

alter table public.tasks
alter column title set statistics default,
alter column description set statistics default,
alter column search_vector set statistics default;

alter table public.requirements
alter column title set statistics default,
alter column description set statistics default,
alter column category set statistics default,
alter column source set statistics default,
alter column search_vector set statistics default;

alter table public.projects
alter column name set statistics default,
alter column description set statistics default,
alter column search_vector set statistics default;

alter table public.project_risks
alter column title set statistics default,
alter column description set statistics default,
alter column mitigation_strategy set statistics default,
alter column contingency_plan set statistics default;

alter table public.organizations
alter column name set statistics default,
alter column slug set statistics default,
alter column description set statistics default,
alter column website_url set statistics default,
alter column billing_email set statistics default;

alter table public.collaboration_sessions
alter column title set statistics default,
alter column description set statistics default,
alter column recording_url set statistics default;

alter table public.audit_logs
alter column event_description set statistics default,
alter column ip_address set statistics default,
alter column user_agent set statistics default,
alter column request_id set statistics default;

alter table public.architecture_decisions
alter column title set statistics default,
alter column description set statistics default,
alter column context set statistics default,
alter column decision set statistics default,
alter column consequences set statistics default,
alter column search_vector set statistics default;

alter table public.approval_workflows
alter column name set statistics default,
alter column description set statistics default;

alter table public.approval_responses
alter column comments set statistics default,
alter column conditions set statistics default;

alter table public.approval_requests
alter column title set statistics default,
alter column description set statistics default,
alter column decision_notes set statistics default;
