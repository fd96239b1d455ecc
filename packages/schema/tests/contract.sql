-- The contract: whatever the design document names is there, under its name and with its type. More
-- may be there; what was lost or renamed is listed under the test that misses it.

begin;

select plan(23);

create temporary view present (kind, owner, item) as
select 'table', 'public', table_name::text
from information_schema.tables
where table_schema = 'public' and table_type = 'BASE TABLE'
union all
select 'enum', 'public', typname::text
from pg_catalog.pg_type
where typnamespace = 'public'::regnamespace and typtype = 'e'
union all
select
    'column',
    tab.relname::text,
    concat(
        attname,
        ' ',
        replace(
            replace(format_type(atttypid, atttypmod), 'character varying', 'varchar'),
            'timestamp with time zone',
            'timestamptz'
        )
    )
from pg_catalog.pg_attribute
inner join pg_catalog.pg_class as tab on tab.oid = attrelid
where tab.relnamespace = 'public'::regnamespace
    and tab.relkind in ('r', 'p')
    and attnum > 0
    and not attisdropped
union all
select
    case contype
        when 'p' then 'primary key'
        when 'u' then 'unique constraint'
        when 'f' then 'foreign key'
        when 'c' then 'check'
    end,
    'public',
    conname
from pg_catalog.pg_constraint
where connamespace = 'public'::regnamespace
union all
select 'index', 'public', indexname
from pg_catalog.pg_indexes
where schemaname = 'public';

create temporary table documented as
select
    row_number() over () as place,
    kind,
    owner,
    regexp_split_to_array(btrim(items, e' \n'), ';\s+') as items
from (values
    ('table', 'public', '
        users; organizations; team_memberships; projects; tasks; requirements;
        architecture_decisions; project_risks; collaboration_sessions; session_participants;
        approval_workflows; approval_requests; approval_responses; project_analytics;
        user_activities; audit_logs
    '),
    ('enum', 'public', '
        project_status_enum; task_status_enum; complexity_level_enum; priority_enum; user_role_enum;
        membership_status_enum; requirement_type_enum; requirement_status_enum;
        architecture_category_enum; decision_status_enum; risk_category_enum; risk_probability_enum;
        risk_impact_enum; risk_status_enum; session_type_enum; session_status_enum;
        participant_role_enum; participant_status_enum; approval_type_enum; approval_status_enum;
        approval_decision_enum; approval_request_type_enum; activity_type_enum;
        audit_event_type_enum; risk_level_enum
    '),
    ('column', 'users', '
        id uuid; email varchar(255); username varchar(100); password_hash varchar(255);
        first_name varchar(100); last_name varchar(100); display_name varchar(200); avatar_url text;
        bio text; timezone varchar(50); role user_role_enum; permissions text[]; is_active boolean;
        is_verified boolean; last_login_at timestamptz; password_changed_at timestamptz;
        failed_login_attempts integer; locked_until timestamptz; api_key_hash varchar(255);
        api_key_created_at timestamptz; api_key_last_used timestamptz; created_at timestamptz;
        updated_at timestamptz; preferences jsonb; notification_settings jsonb;
        search_vector tsvector
    '),
    ('column', 'organizations', '
        id uuid; name varchar(255); slug varchar(100); description text; website_url text;
        settings jsonb; subscription_plan varchar(50); subscription_expires_at timestamptz;
        created_at timestamptz; updated_at timestamptz; created_by uuid; billing_email varchar(255);
        billing_address jsonb
    '),
    ('column', 'team_memberships', '
        id uuid; organization_id uuid; user_id uuid; role user_role_enum;
        status membership_status_enum; invited_by uuid; joined_at timestamptz; left_at timestamptz;
        custom_permissions text[]
    '),
    ('column', 'projects', '
        id uuid; name varchar(255); description text; status project_status_enum;
        complexity complexity_level_enum; priority priority_enum; created_at timestamptz;
        updated_at timestamptz; created_by uuid; organization_id uuid; start_date date;
        target_end_date date; actual_end_date date; budget_allocated numeric(12,2);
        budget_used numeric(12,2); settings jsonb; metadata jsonb; search_vector tsvector
    '),
    ('column', 'tasks', '
        id uuid; project_id uuid; parent_task_id uuid; title varchar(500); description text;
        status task_status_enum; priority priority_enum; complexity complexity_level_enum;
        assigned_to uuid; assigned_at timestamptz; assigned_by uuid; estimated_hours numeric(6,2);
        actual_hours numeric(6,2); started_at timestamptz; completed_at timestamptz;
        sequence_order integer; is_milestone boolean; is_critical_path boolean;
        created_at timestamptz; updated_at timestamptz; created_by uuid; custom_fields jsonb;
        attachments jsonb; tags text[]; search_vector tsvector
    '),
    ('column', 'requirements', '
        id uuid; project_id uuid; parent_requirement_id uuid; title varchar(500); description text;
        type requirement_type_enum; priority priority_enum; status requirement_status_enum;
        category varchar(100); source varchar(200); stakeholder_id uuid;
        complexity_score numeric(3,2); effort_estimate_hours numeric(8,2);
        risk_level risk_level_enum; acceptance_criteria jsonb; test_cases jsonb;
        related_requirements uuid[]; version integer; is_current_version boolean;
        created_at timestamptz; updated_at timestamptz; created_by uuid; custom_attributes jsonb;
        attachments jsonb; search_vector tsvector
    '),
    ('column', 'architecture_decisions', '
        id uuid; project_id uuid; title varchar(500); description text; context text; decision text;
        consequences text; category architecture_category_enum; status decision_status_enum;
        options_considered jsonb; evaluation_criteria jsonb; risk_assessment jsonb;
        trade_offs jsonb; decided_by uuid; decided_at timestamptz; review_date date;
        superseded_by uuid; created_at timestamptz; updated_at timestamptz; created_by uuid;
        version integer; search_vector tsvector
    '),
    ('column', 'project_risks', '
        id uuid; project_id uuid; title varchar(500); description text; category risk_category_enum;
        probability risk_probability_enum; impact risk_impact_enum; risk_score numeric(3,2);
        mitigation_strategy text; contingency_plan text; owner_id uuid; status risk_status_enum;
        identified_at timestamptz; mitigated_at timestamptz; review_date date;
        created_at timestamptz; updated_at timestamptz; created_by uuid
    '),
    ('column', 'collaboration_sessions', '
        id uuid; project_id uuid; title varchar(500); description text;
        session_type session_type_enum; status session_status_enum; scheduled_start timestamptz;
        scheduled_end timestamptz; actual_start timestamptz; actual_end timestamptz;
        max_participants integer; is_recording_enabled boolean; recording_url text;
        facilitator_id uuid; created_at timestamptz; updated_at timestamptz; created_by uuid;
        settings jsonb
    '),
    ('column', 'session_participants', '
        id uuid; session_id uuid; user_id uuid; role participant_role_enum;
        status participant_status_enum; invited_at timestamptz; joined_at timestamptz;
        left_at timestamptz; can_edit boolean; can_moderate boolean
    '),
    ('column', 'approval_workflows', '
        id uuid; project_id uuid; name varchar(255); description text;
        workflow_type approval_type_enum; is_active boolean; is_sequential boolean;
        required_approvals integer; trigger_conditions jsonb; approval_criteria jsonb;
        created_at timestamptz; updated_at timestamptz; created_by uuid
    '),
    ('column', 'approval_requests', '
        id uuid; workflow_id uuid; project_id uuid; title varchar(500); description text;
        request_type approval_request_type_enum; subject_type varchar(50); subject_id uuid;
        status approval_status_enum; requested_at timestamptz; due_date timestamptz;
        completed_at timestamptz; requested_by uuid; final_decision approval_decision_enum;
        decision_notes text; context_data jsonb
    '),
    ('column', 'approval_responses', '
        id uuid; request_id uuid; approver_id uuid; decision approval_decision_enum; comments text;
        conditions text; responded_at timestamptz; approval_data jsonb
    '),
    ('column', 'project_analytics', '
        id uuid; project_id uuid; snapshot_date date; total_tasks integer; completed_tasks integer;
        in_progress_tasks integer; blocked_tasks integer; total_estimated_hours numeric(10,2);
        total_actual_hours numeric(10,2); requirements_completeness numeric(3,2);
        architecture_coherence_score numeric(3,2); risk_score numeric(3,2);
        active_team_members integer; collaboration_sessions_count integer; custom_metrics jsonb
    '),
    ('column', 'user_activities', '
        id uuid; user_id uuid; project_id uuid; activity_type activity_type_enum;
        action varchar(100); description text; entity_type varchar(50); entity_id uuid;
        occurred_at timestamptz; metadata jsonb; ip_address inet; user_agent text;
        session_id varchar(255)
    '),
    ('column', 'audit_logs', '
        id uuid; event_type audit_event_type_enum; event_action varchar(100);
        event_description text; user_id uuid; impersonated_by uuid; target_type varchar(50);
        target_id uuid; project_id uuid; organization_id uuid; old_values jsonb; new_values jsonb;
        occurred_at timestamptz; ip_address inet; user_agent text; request_id varchar(100);
        metadata jsonb
    '),
    ('primary key', 'public', '
        users_pkey; organizations_pkey; team_memberships_pkey; projects_pkey; tasks_pkey;
        requirements_pkey; architecture_decisions_pkey; project_risks_pkey;
        collaboration_sessions_pkey; session_participants_pkey; approval_workflows_pkey;
        approval_requests_pkey; approval_responses_pkey; project_analytics_pkey;
        user_activities_pkey; audit_logs_pkey
    '),
    ('unique constraint', 'public', '
        users_email_key; users_username_key; organizations_slug_key;
        team_memberships_organization_id_user_id_key; session_participants_session_id_user_id_key;
        approval_responses_request_id_approver_id_key;
        project_analytics_project_id_snapshot_date_key
    '),
    ('foreign key', 'public', '
        organizations_created_by_fkey; team_memberships_invited_by_fkey;
        team_memberships_organization_id_fkey; team_memberships_user_id_fkey;
        projects_created_by_fkey; projects_organization_id_fkey; tasks_assigned_by_fkey;
        tasks_assigned_to_fkey; tasks_created_by_fkey; tasks_parent_task_id_fkey;
        tasks_project_id_fkey; requirements_created_by_fkey;
        requirements_parent_requirement_id_fkey; requirements_project_id_fkey;
        requirements_stakeholder_id_fkey; architecture_decisions_created_by_fkey;
        architecture_decisions_decided_by_fkey; architecture_decisions_project_id_fkey;
        architecture_decisions_superseded_by_fkey; project_risks_created_by_fkey;
        project_risks_owner_id_fkey; project_risks_project_id_fkey;
        collaboration_sessions_created_by_fkey; collaboration_sessions_facilitator_id_fkey;
        collaboration_sessions_project_id_fkey; session_participants_session_id_fkey;
        session_participants_user_id_fkey; approval_workflows_created_by_fkey;
        approval_workflows_project_id_fkey; approval_requests_project_id_fkey;
        approval_requests_requested_by_fkey; approval_requests_workflow_id_fkey;
        approval_responses_approver_id_fkey; approval_responses_request_id_fkey;
        project_analytics_project_id_fkey; user_activities_project_id_fkey;
        user_activities_user_id_fkey; audit_logs_impersonated_by_fkey;
        audit_logs_organization_id_fkey; audit_logs_project_id_fkey; audit_logs_user_id_fkey
    '),
    ('check', 'public', '
        valid_budget; valid_dates; no_self_reference; valid_actual_hours; valid_hours;
        valid_session_times; valid_due_date
    '),
    ('index', 'public', '
        idx_users_api_key_hash; idx_users_email_active; idx_users_organization_role;
        idx_projects_organization_status; idx_projects_search_vector; idx_projects_settings;
        idx_projects_status_priority; idx_tasks_assigned_status; idx_tasks_custom_fields;
        idx_tasks_incomplete; idx_tasks_parent_sequence; idx_tasks_project_status;
        idx_tasks_search_vector; idx_requirements_current_version;
        idx_collaboration_sessions_project_scheduled; idx_approval_workflow_active_type;
        idx_approval_requests_status_due; idx_project_analytics_date_project;
        idx_user_activities_project_type; idx_user_activities_user_occurred;
        idx_audit_logs_target_occurred
    ')
) as contract (kind, owner, items);

select set_has(
    format('select item from present where kind = %L and owner = %L', kind, owner),
    format('select unnest(%L::text[])', items),
    format('%s has every %s of the document', owner, kind)
)
from documented
order by place;

select * from finish();

rollback;
