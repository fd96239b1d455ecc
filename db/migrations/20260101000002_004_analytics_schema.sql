-- Analytics and reporting: daily snapshots, the activity feed and the audit log. Applied before 002
-- and 003, which put indexes on these tables and expect them to be there.

-- migrate:up

-- Project analytics

create table public.project_analytics (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    -- Metrics snapshot
    snapshot_date date not null default current_date,
    -- Progress metrics
    total_tasks integer default 0,
    completed_tasks integer default 0,
    in_progress_tasks integer default 0,
    blocked_tasks integer default 0,
    -- Time metrics
    total_estimated_hours numeric(10, 2) default 0,
    total_actual_hours numeric(10, 2) default 0,
    -- Quality metrics
    requirements_completeness numeric(3, 2),
    architecture_coherence_score numeric(3, 2),
    risk_score numeric(3, 2),
    -- Team metrics
    active_team_members integer default 0,
    collaboration_sessions_count integer default 0,
    -- Custom metrics
    custom_metrics jsonb default '{}',
    -- Constraints
    constraint project_analytics_pkey primary key (id),
    constraint project_analytics_project_id_snapshot_date_key unique (project_id, snapshot_date),
    constraint project_analytics_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade
);

comment on table public.project_analytics is
    'One snapshot of a project''s numbers a day; charts over time read these, not the live tables.';
comment on column public.project_analytics.id is
    'For tools that want a single key; project and day identify a snapshot as well.';
comment on column public.project_analytics.project_id is
    'Project that was measured; deleting it deletes its history.';
comment on column public.project_analytics.snapshot_date is
    'Day the numbers describe, in UTC; the default follows the writer''s time zone instead.';
comment on column public.project_analytics.total_tasks is
    'Tasks that existed, sub-tasks and cancelled ones included.';
comment on column public.project_analytics.completed_tasks is
    'Tasks among them in state completed or approved.';
comment on column public.project_analytics.in_progress_tasks is
    'Tasks among them in state in_progress.';
comment on column public.project_analytics.blocked_tasks is 'Tasks among them in state blocked.';
comment on column public.project_analytics.total_estimated_hours is
    'Sum of tasks.estimated_hours; a task without an estimate counts nothing.';
comment on column public.project_analytics.total_actual_hours is
    'Sum of tasks.actual_hours up to that day.';
comment on column public.project_analytics.requirements_completeness is
    'Share of current requirements that are at least approved, 0 to 1; null if there are none.';
comment on column public.project_analytics.architecture_coherence_score is
    'Agreement of the project''s decisions with each other, 0 to 1; null if not assessed.';
comment on column public.project_analytics.risk_score is
    'Highest project_risks.risk_score among open risks, 0 to 4.5; null without risks.';
comment on column public.project_analytics.active_team_members is
    'People with an open task or an activity in the project that day.';
comment on column public.project_analytics.collaboration_sessions_count is
    'Sessions that were completed that day.';
comment on column public.project_analytics.custom_metrics is
    'Object that maps names of further measures to numbers.';

-- User activity tracking

create table public.user_activities (
    id uuid default gen_random_uuid(),
    user_id uuid not null,
    project_id uuid,
    -- Activity details
    activity_type public.activity_type_enum not null,
    action varchar(100) not null,
    description text,
    -- Context
    entity_type varchar(50),
    entity_id uuid,
    -- Timing
    occurred_at timestamptz default now(),
    -- Metadata
    metadata jsonb default '{}',
    ip_address inet,
    user_agent text,
    -- Session tracking
    session_id varchar(255),
    -- Constraints
    constraint user_activities_pkey primary key (id),
    constraint user_activities_user_id_fkey
        foreign key (user_id) references public.users (id)
            on delete cascade,
    constraint user_activities_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade
);

comment on table public.user_activities is
    'Feed of what users do, made to be shown to them. The evidence is in audit_logs.';
comment on column public.user_activities.id is
    'Supplied time-ordered by the feed''s writers, so that it breaks ties of occurred_at.';
comment on column public.user_activities.user_id is
    'User who acted; deleting the user deletes their feed.';
comment on column public.user_activities.project_id is
    'Project the act concerns; null for acts outside any project. Deleting it deletes the entry.';
comment on column public.user_activities.activity_type is 'Kind of act, for filtering.';
comment on column public.user_activities.action is
    'The application''s own name of the act, such as task.moved.';
comment on column public.user_activities.description is
    'Sentence shown in the feed; null lets the reader build it from action and entity.';
comment on column public.user_activities.entity_type is
    'What entity_id identifies, such as task; null if the act has no object.';
comment on column public.user_activities.entity_id is
    'Row acted upon, which may be gone by now; not a foreign key. Null like entity_type.';
comment on column public.user_activities.occurred_at is
    'When it happened; feeds show the newest first.';
comment on column public.user_activities.metadata is
    'Object with details for showing the entry, such as both columns of a moved card.';
comment on column public.user_activities.ip_address is
    'Network address the act came from; null for acts of the platform itself.';
comment on column public.user_activities.user_agent is
    'Browser or client as it named itself; null if it did not.';
comment on column public.user_activities.session_id is
    'Sign-in session of the browser or client, not a collaboration session; null without one.';

-- Event logging for audit trails

create table public.audit_logs (
    id uuid default gen_random_uuid(),
    -- Event details
    event_type public.audit_event_type_enum not null,
    event_action varchar(100) not null,
    event_description text,
    -- Actor
    user_id uuid,
    impersonated_by uuid,
    -- Target
    target_type varchar(50),
    target_id uuid,
    -- Context
    project_id uuid,
    organization_id uuid,
    -- Changes
    old_values jsonb,
    new_values jsonb,
    -- Timing and source
    occurred_at timestamptz default now(),
    ip_address inet,
    user_agent text,
    request_id varchar(100),
    -- Metadata
    metadata jsonb default '{}',
    -- Constraints
    constraint audit_logs_pkey primary key (id),
    constraint audit_logs_user_id_fkey foreign key (user_id) references public.users (id),
    constraint audit_logs_impersonated_by_fkey
        foreign key (impersonated_by) references public.users (id),
    constraint audit_logs_project_id_fkey foreign key (project_id) references public.projects (id),
    constraint audit_logs_organization_id_fkey
        foreign key (organization_id) references public.organizations (id)
);

comment on table public.audit_logs is
    'Evidence of who did what, and when; rows are added, never changed. Feeds are user_activities.';
comment on column public.audit_logs.id is
    'Supplied time-ordered by the log''s writers, so that it breaks ties of occurred_at.';
comment on column public.audit_logs.event_type is
    'Class of the event; it decides which of the columns below are filled.';
comment on column public.audit_logs.event_action is
    'What happened in short, such as update, login.failed or role.granted.';
comment on column public.audit_logs.event_description is
    'Explanation for whoever reads the log; null if the columns say it all.';
comment on column public.audit_logs.user_id is
    'User who acted; null for someone not signed in. The platform acts as the system user.';
comment on column public.audit_logs.impersonated_by is
    'Administrator who acted in the name of user_id; null if the user did it.';
comment on column public.audit_logs.target_type is
    'Name of the table that target_id points into; null if the event has no object.';
comment on column public.audit_logs.target_id is
    'Row acted upon, which may be gone by now; not a foreign key. Null like target_type.';
comment on column public.audit_logs.project_id is
    'Project concerned; null for events outside any project.';
comment on column public.audit_logs.organization_id is
    'Organization concerned; null for events of the platform as a whole.';
comment on column public.audit_logs.old_values is
    'Object with the former values of the columns that changed; null for anything but a change.';
comment on column public.audit_logs.new_values is
    'Object with the later values of the same columns; null for a deletion and for other events.';
comment on column public.audit_logs.occurred_at is
    'When it happened, by the clock of the database.';
comment on column public.audit_logs.ip_address is
    'Network address the request came from; null for what the platform did by itself.';
comment on column public.audit_logs.user_agent is
    'Browser or client as it named itself; null if it did not.';
comment on column public.audit_logs.request_id is
    'Id that the application gave the request; the same in its own logs. Null without a request.';
comment on column public.audit_logs.metadata is
    'Object with whatever else the event''s class calls for.';

-- migrate:down

drop table public.audit_logs;
drop table public.user_activities;
drop table public.project_analytics;
