-- Core tables and enums: every enumerated type of the schema, and the tables of people, projects,
-- requirements, decisions, risks, meetings and approvals. A table comes after those it refers to.

-- migrate:up

-- Types: projects and tasks

create type public.project_status_enum as enum (
    'initiation',
    'analysis',
    'design',
    'planning',
    'execution',
    'completed',
    'cancelled',
    'on_hold'
);
comment on type public.project_status_enum is
    'Phase of a project. Completed and cancelled end it; on_hold suspends it, with a way back.';

create type public.task_status_enum as enum (
    'pending',
    'in_progress',
    'completed',
    'blocked',
    'cancelled',
    'needs_review',
    'approved',
    'rejected'
);
comment on type public.task_status_enum is
    'State of a task. Pending, in_progress, blocked and needs_review are open; the others end it.';

create type public.complexity_level_enum as enum ('simple', 'moderate', 'complex', 'very_complex');
comment on type public.complexity_level_enum is
    'Judged difficulty of a project or task, in rising order: comparisons and sorting follow it.';

create type public.priority_enum as enum ('low', 'medium', 'high', 'critical');
comment on type public.priority_enum is
    'Urgency in rising order, so that descending order puts critical first.';

-- Types: people

create type public.user_role_enum as enum (
    'admin',
    'project_manager',
    'architect',
    'tech_lead',
    'developer',
    'designer',
    'qa_engineer',
    'business_analyst',
    'stakeholder',
    'viewer'
);
comment on type public.user_role_enum is
    'Role of a person: platform-wide in users, within one organization in team_memberships.';

create type public.membership_status_enum as enum (
    'invited',
    'active',
    'inactive',
    'suspended',
    'left'
);
comment on type public.membership_status_enum is
    'Standing of a member. Only active gives access; left keeps the history of a former member.';

-- Types: requirements and architecture

create type public.requirement_type_enum as enum (
    'functional',
    'non_functional',
    'business',
    'technical',
    'security',
    'performance',
    'usability',
    'compliance'
);
comment on type public.requirement_type_enum is
    'Functional says what the system does; every other kind says under which condition it does it.';

create type public.requirement_status_enum as enum (
    'draft',
    'review',
    'approved',
    'implemented',
    'tested',
    'accepted',
    'rejected',
    'deprecated'
);
comment on type public.requirement_status_enum is
    'Life of a requirement, draft to accepted; rejected and deprecated take it out of the scope.';

create type public.architecture_category_enum as enum (
    'system',
    'component',
    'deployment',
    'security',
    'integration',
    'data',
    'ui_ux',
    'performance'
);
comment on type public.architecture_category_enum is
    'Part of the architecture that a decision shapes.';

create type public.decision_status_enum as enum (
    'proposed',
    'review',
    'approved',
    'implemented',
    'superseded',
    'rejected'
);
comment on type public.decision_status_enum is
    'Life of a decision. Superseded means that another decision, named by the row, took over.';

-- Types: risks

create type public.risk_category_enum as enum (
    'technical',
    'business',
    'security',
    'performance',
    'resource',
    'schedule',
    'quality',
    'external'
);
comment on type public.risk_category_enum is
    'Where a risk comes from; external is what the organization cannot influence.';

create type public.risk_probability_enum as enum ('very_low', 'low', 'medium', 'high', 'very_high');
comment on type public.risk_probability_enum is
    'How likely a risk is. The labels count 0.1, 0.3, 0.5, 0.7 and 0.9 in risk_score.';

create type public.risk_impact_enum as enum ('very_low', 'low', 'medium', 'high', 'very_high');
comment on type public.risk_impact_enum is
    'How much a risk would hurt. The labels count 1 to 5 in risk_score.';

create type public.risk_level_enum as enum ('very_low', 'low', 'medium', 'high', 'very_high');
comment on type public.risk_level_enum is
    'How risky a requirement is to build, on the five steps also used for probability and impact.';

create type public.risk_status_enum as enum (
    'identified',
    'assessed',
    'mitigated',
    'monitoring',
    'closed',
    'occurred'
);
comment on type public.risk_status_enum is
    'Handling of a risk. Closed means it can no longer happen, occurred that it did.';

-- Types: collaboration

create type public.session_type_enum as enum (
    'requirements_review',
    'architecture_review',
    'planning',
    'standup',
    'retrospective',
    'design_session',
    'approval_meeting'
);
comment on type public.session_type_enum is 'What people meet for.';

create type public.session_status_enum as enum (
    'scheduled',
    'in_progress',
    'completed',
    'cancelled',
    'postponed'
);
comment on type public.session_status_enum is
    'State of a session. A postponed one still waits for its new date, a cancelled one does not.';

create type public.participant_role_enum as enum (
    'facilitator',
    'presenter',
    'participant',
    'observer'
);
comment on type public.participant_role_enum is
    'Part a person plays in one session, whatever their role in the organization.';

create type public.participant_status_enum as enum (
    'invited',
    'accepted',
    'declined',
    'joined',
    'left'
);
comment on type public.participant_status_enum is
    'Accepted and declined answer the invitation; joined and left record the attendance.';

-- Types: approvals

create type public.approval_type_enum as enum (
    'requirement_approval',
    'architecture_approval',
    'design_approval',
    'implementation_approval',
    'release_approval',
    'change_request'
);
comment on type public.approval_type_enum is 'What a workflow watches over.';

create type public.approval_status_enum as enum (
    'pending',
    'in_review',
    'approved',
    'rejected',
    'cancelled',
    'expired'
);
comment on type public.approval_status_enum is
    'State of a request. Pending and in_review are open; expired passed its due date undecided.';

create type public.approval_decision_enum as enum (
    'approve',
    'reject',
    'approve_with_conditions',
    'delegate'
);
comment on type public.approval_decision_enum is
    'Answer of an approver. Delegate passes the vote on, so it never is a final decision.';

create type public.approval_request_type_enum as enum (
    'requirement',
    'architecture',
    'design',
    'implementation',
    'deployment',
    'change_request'
);
comment on type public.approval_request_type_enum is
    'What a request wants approved: a single thing, where a workflow watches over a whole kind.';

-- Types: activity and audit

create type public.activity_type_enum as enum (
    'create',
    'update',
    'delete',
    'view',
    'approve',
    'reject',
    'assign',
    'unassign',
    'comment',
    'collaborate'
);
comment on type public.activity_type_enum is 'What a user did, coarse enough to filter a feed by.';

create type public.audit_event_type_enum as enum (
    'authentication',
    'authorization',
    'data_change',
    'configuration_change',
    'security_event',
    'system_event'
);
comment on type public.audit_event_type_enum is
    'Class of an audited event. Entries of class data_change carry old and new values.';

-- User management and authentication

create table public.users (
    id uuid default gen_random_uuid(),
    email varchar(255) not null,
    username varchar(100) not null,
    password_hash varchar(255) not null,
    -- Profile information
    first_name varchar(100),
    last_name varchar(100),
    display_name varchar(200),
    avatar_url text,
    bio text,
    timezone varchar(50) default 'UTC',
    -- Role and permissions
    role public.user_role_enum not null default 'developer',
    permissions text[] default '{}',
    is_active boolean default true,
    is_verified boolean default false,
    -- Security
    last_login_at timestamptz,
    password_changed_at timestamptz default now(),
    failed_login_attempts integer default 0,
    locked_until timestamptz,
    -- API access
    api_key_hash varchar(255),
    api_key_created_at timestamptz,
    api_key_last_used timestamptz,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    -- Preferences
    preferences jsonb default '{}',
    notification_settings jsonb default '{
        "email": true,
        "push": true,
        "in_app": true,
        "digest_frequency": "daily"
    }',
    -- Search optimization
    search_vector tsvector,
    -- Constraints
    constraint users_pkey primary key (id),
    constraint users_email_key unique (email),
    constraint users_username_key unique (username)
);

comment on table public.users is
    'People who sign in, and the platform itself as the actor behind what no person made.';
comment on column public.users.id is
    'Random by default; writers of many rows supply a time-ordered uuidv7(), here and elsewhere.';
comment on column public.users.email is
    'Address for sign-in and mail, kept and compared exactly as entered, letter case included.';
comment on column public.users.username is
    'Short public handle for mentions and links; compared with letter case.';
comment on column public.users.password_hash is
    'Salted hash in PHC form, made by the application. Beginning $disabled$ it fits no password.';
comment on column public.users.first_name is
    'Given name; null until the user fills in the profile.';
comment on column public.users.last_name is
    'Family name; null until the user fills in the profile.';
comment on column public.users.display_name is
    'Name shown to others; null falls back to the username.';
comment on column public.users.avatar_url is 'Address of the picture; null shows initials instead.';
comment on column public.users.bio is
    'Free text about the person on their profile page; null shows none. Not searched.';
comment on column public.users.timezone is
    'IANA name such as Europe/Berlin, used only to show times; all times are stored in UTC.';
comment on column public.users.role is
    'Role on the platform as a whole. Inside an organization the membership''s role counts.';
comment on column public.users.permissions is
    'Platform-wide rights beyond the role, one name an element.';
comment on column public.users.is_active is
    'False closes the account: no sign-in, no API access. Rows that name the user stay.';
comment on column public.users.is_verified is
    'True once the user has answered the mail sent to the address.';
comment on column public.users.last_login_at is
    'Latest successful sign-in with a password; null means never.';
comment on column public.users.password_changed_at is
    'When the password was last set; sessions opened earlier are no longer valid.';
comment on column public.users.failed_login_attempts is
    'Wrong passwords since the last successful sign-in, which resets it to 0.';
comment on column public.users.locked_until is
    'Sign-in is refused before this moment; null or past means that the account is not locked.';
comment on column public.users.api_key_hash is
    'Hash of the one API key a user may have; the key itself is shown once. Null means no key.';
comment on column public.users.api_key_created_at is
    'When the current API key was issued; null without a key.';
comment on column public.users.api_key_last_used is
    'Latest request made with the API key; null while it is unused.';
comment on column public.users.created_at is 'When the account was opened.';
comment on column public.users.updated_at is
    'When any column last changed, a sign-in included; set by trigger.';
comment on column public.users.preferences is
    'Object with the user''s own settings of the interface: theme, language, start page.';
comment on column public.users.notification_settings is
    'Object with a boolean a channel (email, push, in_app) and how often a digest is sent.';
comment on column public.users.search_vector is
    'Names only, unstemmed (configuration simple): display, first and last name A, username B.';

-- Organization and team management

create table public.organizations (
    id uuid default gen_random_uuid(),
    name varchar(255) not null,
    slug varchar(100) not null,
    description text,
    website_url text,
    -- Configuration
    settings jsonb default '{}',
    subscription_plan varchar(50) default 'free',
    subscription_expires_at timestamptz,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Billing
    billing_email varchar(255),
    billing_address jsonb,
    -- Constraints
    constraint organizations_pkey primary key (id),
    constraint organizations_slug_key unique (slug),
    constraint organizations_created_by_fkey foreign key (created_by) references public.users (id)
);

comment on table public.organizations is
    'Customers of the platform, each with its own members, projects and subscription.';
comment on column public.organizations.id is 'Never changes, where name and slug may.';
comment on column public.organizations.name is
    'Name as the customer writes it; two customers may share one.';
comment on column public.organizations.slug is
    'The organization''s part of every address, for example acme-labs in /acme-labs/projects.';
comment on column public.organizations.description is
    'What the organization does, in its own words; null shows nothing.';
comment on column public.organizations.website_url is
    'The customer''s public site; null if none is given.';
comment on column public.organizations.settings is
    'Object with what administrators configure for all members.';
comment on column public.organizations.subscription_plan is
    'Name of the booked plan; free needs no payment and never expires.';
comment on column public.organizations.subscription_expires_at is
    'When the paid plan ends unless renewed; null means that it has no end.';
comment on column public.organizations.created_at is 'When the customer signed up.';
comment on column public.organizations.updated_at is
    'When any column last changed; set by trigger.';
comment on column public.organizations.created_by is
    'User who signed the organization up, not necessarily still a member.';
comment on column public.organizations.billing_email is
    'Where invoices go; null sends them to the creator.';
comment on column public.organizations.billing_address is
    'Object with the postal address on invoices; null until a plan is paid for.';

-- Team membership and roles

create table public.team_memberships (
    id uuid default gen_random_uuid(),
    organization_id uuid not null,
    user_id uuid not null,
    role public.user_role_enum not null default 'developer',
    -- Status
    status public.membership_status_enum default 'active',
    invited_by uuid,
    joined_at timestamptz default now(),
    left_at timestamptz,
    -- Permissions
    custom_permissions text[] default '{}',
    -- Constraints
    constraint team_memberships_pkey primary key (id),
    constraint team_memberships_organization_id_user_id_key unique (organization_id, user_id),
    constraint team_memberships_organization_id_fkey
        foreign key (organization_id) references public.organizations (id)
            on delete cascade,
    constraint team_memberships_user_id_fkey
        foreign key (user_id) references public.users (id)
            on delete cascade,
    constraint team_memberships_invited_by_fkey
        foreign key (invited_by) references public.users (id)
);

comment on table public.team_memberships is
    'Who belongs to which organization, one row each: whoever comes back gets the old row again.';
comment on column public.team_memberships.id is 'A returning member keeps it.';
comment on column public.team_memberships.organization_id is
    'Organization that is joined; deleting it deletes its memberships.';
comment on column public.team_memberships.user_id is
    'The member; deleting the user deletes their memberships.';
comment on column public.team_memberships.role is
    'Role inside this organization; it decides here, whatever users.role says.';
comment on column public.team_memberships.status is
    'Standing of the member; only active gives access to the organization''s projects.';
comment on column public.team_memberships.invited_by is
    'Member who sent the invitation; null for founders and for people added by the platform.';
comment on column public.team_memberships.joined_at is
    'When the invitation was accepted; null while it is open.';
comment on column public.team_memberships.left_at is
    'When the member left; null for everyone who has not.';
comment on column public.team_memberships.custom_permissions is
    'Rights in this organization beyond the role, one name an element.';

-- Core project management entities

create table public.projects (
    id uuid default gen_random_uuid(),
    name varchar(255) not null,
    description text,
    status public.project_status_enum not null default 'initiation',
    complexity public.complexity_level_enum not null default 'moderate',
    priority public.priority_enum not null default 'medium',
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    organization_id uuid,
    -- Business fields
    start_date date,
    target_end_date date,
    actual_end_date date,
    budget_allocated numeric(12, 2),
    budget_used numeric(12, 2),
    -- Configuration
    settings jsonb default '{}',
    metadata jsonb default '{}',
    -- Search optimization
    search_vector tsvector,
    -- Constraints
    constraint projects_pkey primary key (id),
    constraint projects_created_by_fkey foreign key (created_by) references public.users (id),
    constraint projects_organization_id_fkey
        foreign key (organization_id) references public.organizations (id),
    constraint valid_dates
        check (start_date is null or target_end_date is null or start_date <= target_end_date),
    constraint valid_budget check (budget_allocated is null or budget_allocated >= 0)
);

comment on table public.projects is
    'Undertakings that are designed before they are built; all work and talk belongs to one.';
comment on column public.projects.id is
    'Part of every link into the project; nearly every other table refers to it.';
comment on column public.projects.name is
    'Title of the project; projects of one organization may share it.';
comment on column public.projects.description is
    'Purpose and scope in prose; null until someone writes it.';
comment on column public.projects.status is
    'Current phase; closing a project sets completed or cancelled and keeps its rows.';
comment on column public.projects.complexity is
    'Judged difficulty of the whole, independent of the complexity of single tasks.';
comment on column public.projects.priority is 'Urgency among the organization''s projects.';
comment on column public.projects.created_at is
    'When the project was entered, which may be long before its start_date.';
comment on column public.projects.updated_at is
    'When a column of this row last changed, not one of its tasks; set by trigger.';
comment on column public.projects.created_by is
    'User who entered the project; owns it alone while organization_id is null.';
comment on column public.projects.organization_id is
    'Organization whose members work on it; null makes it a personal project of its creator.';
comment on column public.projects.start_date is
    'First planned day of work; null while it is not planned.';
comment on column public.projects.target_end_date is
    'Day by which it should be finished; null while there is no such promise.';
comment on column public.projects.actual_end_date is 'Day on which it did end; null while it runs.';
comment on column public.projects.budget_allocated is
    'Money granted, in the organization''s one currency; null means that no budget is kept.';
comment on column public.projects.budget_used is
    'Money spent so far in the same currency; may exceed the budget. Null means not recorded.';
comment on column public.projects.settings is
    'Object with what project managers configure; indexed for containment queries.';
comment on column public.projects.metadata is
    'Object with what integrations keep about the project, one key each; people do not edit it.';
comment on column public.projects.search_vector is
    'English words of name (A) and the first 100,000 characters of description (B).';
comment on constraint valid_dates on public.projects is
    'A project is not due before it starts; either date may still be open.';
comment on constraint valid_budget on public.projects is
    'A granted budget is nothing or more; null keeps none.';

-- Task management with hierarchical structure

create table public.tasks (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    parent_task_id uuid,
    -- Core task information
    title varchar(500) not null,
    description text,
    status public.task_status_enum not null default 'pending',
    priority public.priority_enum not null default 'medium',
    complexity public.complexity_level_enum not null default 'moderate',
    -- Assignment and tracking
    assigned_to uuid,
    assigned_at timestamptz,
    assigned_by uuid,
    -- Time tracking
    estimated_hours numeric(6, 2),
    actual_hours numeric(6, 2) default 0,
    started_at timestamptz,
    completed_at timestamptz,
    -- Dependencies and sequencing
    sequence_order integer,
    is_milestone boolean default false,
    is_critical_path boolean default false,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Additional data
    custom_fields jsonb default '{}',
    attachments jsonb default '[]',
    tags text[] default '{}',
    -- Search optimization
    search_vector tsvector,
    -- Constraints
    constraint tasks_pkey primary key (id),
    constraint tasks_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint tasks_parent_task_id_fkey
        foreign key (parent_task_id) references public.tasks (id)
            on delete cascade,
    constraint tasks_assigned_to_fkey foreign key (assigned_to) references public.users (id),
    constraint tasks_assigned_by_fkey foreign key (assigned_by) references public.users (id),
    constraint tasks_created_by_fkey foreign key (created_by) references public.users (id),
    constraint no_self_reference check (id <> parent_task_id),
    constraint valid_hours check (estimated_hours is null or estimated_hours >= 0),
    constraint valid_actual_hours check (actual_hours >= 0)
);

comment on table public.tasks is
    'Pieces of work; a task may be split into sub-tasks, to any depth.';
comment on column public.tasks.id is
    'Part of links; approval requests, feeds and the audit log name tasks by it.';
comment on column public.tasks.project_id is
    'Project the work belongs to; deleting the project deletes its tasks.';
comment on column public.tasks.parent_task_id is
    'Task that this one is a part of; null at the top. Deleting the parent deletes its parts.';
comment on column public.tasks.title is 'What is to be done, in one line.';
comment on column public.tasks.description is
    'How and why, in prose; null if the title says it all.';
comment on column public.tasks.status is
    'Where the task stands on the board; no task''s status follows from its sub-tasks.';
comment on column public.tasks.priority is 'Urgency among the project''s tasks.';
comment on column public.tasks.complexity is 'Judged difficulty, the basis of the estimate.';
comment on column public.tasks.assigned_to is 'User who does the work; null while nobody does.';
comment on column public.tasks.assigned_at is
    'When the present assignee got the task; null while nobody has it.';
comment on column public.tasks.assigned_by is
    'User who made the present assignment; null while there is none.';
comment on column public.tasks.estimated_hours is
    'Expected working hours without those of sub-tasks; null while not estimated.';
comment on column public.tasks.actual_hours is
    'Working hours booked so far, without those of sub-tasks.';
comment on column public.tasks.started_at is
    'When work first began; null before. Taking the task up again does not change it.';
comment on column public.tasks.completed_at is 'When the task was finished; null while it is open.';
comment on column public.tasks.sequence_order is
    'Place among the tasks of the same parent, lowest first, gaps allowed; null sorts last.';
comment on column public.tasks.is_milestone is
    'True for a date to reach rather than work to do; reports list these apart.';
comment on column public.tasks.is_critical_path is
    'True while a delay of this task delays the project''s end.';
comment on column public.tasks.created_at is
    'When the task was entered; lists show the newest first by it.';
comment on column public.tasks.updated_at is
    'When any column last changed; set by trigger. An index on it would make every update dearer.';
comment on column public.tasks.created_by is
    'User who entered the task, or the system user for imported and generated ones.';
comment on column public.tasks.custom_fields is
    'Object with the fields that a project adds to its tasks, such as an external reference.';
comment on column public.tasks.attachments is
    'Array with name, address and size of each attached file; the files are stored elsewhere.';
comment on column public.tasks.tags is 'Free labels for grouping, in the order they were given.';
comment on column public.tasks.search_vector is
    'English words of title (A) and the first 100,000 characters of description (B).';
comment on constraint no_self_reference on public.tasks is
    'A task is not a part of itself; longer circles are not covered by this rule.';
comment on constraint valid_hours on public.tasks is
    'An estimate is zero hours or more; null is no estimate.';
comment on constraint valid_actual_hours on public.tasks is
    'Booked hours cannot be negative: a wrong booking is corrected, not offset.';

-- Requirements management

create table public.requirements (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    parent_requirement_id uuid,
    -- Requirement details
    title varchar(500) not null,
    description text not null,
    type public.requirement_type_enum not null,
    priority public.priority_enum not null default 'medium',
    status public.requirement_status_enum not null default 'draft',
    -- Classification
    category varchar(100),
    source varchar(200),
    stakeholder_id uuid,
    -- Analysis
    complexity_score numeric(3, 2),
    effort_estimate_hours numeric(8, 2),
    risk_level public.risk_level_enum default 'medium',
    -- Traceability
    acceptance_criteria jsonb default '[]',
    test_cases jsonb default '[]',
    related_requirements uuid[] default '{}',
    -- Versioning
    version integer default 1,
    is_current_version boolean default true,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Additional data
    custom_attributes jsonb default '{}',
    attachments jsonb default '[]',
    -- Search
    search_vector tsvector,
    -- Constraints
    constraint requirements_pkey primary key (id),
    constraint requirements_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint requirements_parent_requirement_id_fkey
        foreign key (parent_requirement_id) references public.requirements (id),
    constraint requirements_stakeholder_id_fkey
        foreign key (stakeholder_id) references public.users (id),
    constraint requirements_created_by_fkey foreign key (created_by) references public.users (id)
);

comment on table public.requirements is
    'What a project must achieve; a changed requirement is a new version in a new row.';
comment on column public.requirements.id is
    'Identifies one version, not the requirement through all of them.';
comment on column public.requirements.project_id is
    'Project that has to meet it; deleting the project deletes its requirements.';
comment on column public.requirements.parent_requirement_id is
    'Requirement that this one refines; null at the top. A refined one cannot be deleted alone.';
comment on column public.requirements.title is 'The demand in one line.';
comment on column public.requirements.description is
    'The demand in full, as agreed with its stakeholder.';
comment on column public.requirements.type is
    'What kind of demand it is; there is no default because the choice matters.';
comment on column public.requirements.priority is 'Urgency among the project''s requirements.';
comment on column public.requirements.status is 'How far this version has come.';
comment on column public.requirements.category is
    'Heading in the project''s own outline, such as Reporting; null while unsorted.';
comment on column public.requirements.source is
    'Where the demand comes from: a law, a contract, an interview. Null if nobody noted it.';
comment on column public.requirements.stakeholder_id is
    'User who speaks for the demand and accepts its fulfilment; null while nobody does.';
comment on column public.requirements.complexity_score is
    'From 0, trivial, to 1, hardest; null until analysed.';
comment on column public.requirements.effort_estimate_hours is
    'Expected working hours for all tasks that serve it; null until analysed.';
comment on column public.requirements.risk_level is
    'How risky it is to build, judged during analysis; medium until someone has judged.';
comment on column public.requirements.acceptance_criteria is
    'Array of conditions, each of which must hold before the status becomes accepted.';
comment on column public.requirements.test_cases is
    'Array of references to the tests that show the criteria are met.';
comment on column public.requirements.related_requirements is
    'Requirements worth reading along with this one; ids without a foreign key, in no order.';
comment on column public.requirements.version is 'Counts the versions of one requirement from 1.';
comment on column public.requirements.is_current_version is
    'True for the version in force; earlier ones stay for reference with false.';
comment on column public.requirements.created_at is 'When this version was written.';
comment on column public.requirements.updated_at is
    'When any column of this version last changed; set by trigger.';
comment on column public.requirements.created_by is 'User who wrote this version.';
comment on column public.requirements.custom_attributes is
    'Object with the attributes that a project adds to its requirements.';
comment on column public.requirements.attachments is
    'Array with name, address and size of each attached file; the files are stored elsewhere.';
comment on column public.requirements.search_vector is
    'English words of title (A) and the first 100,000 characters of description (B).';

-- Architecture decisions and options

create table public.architecture_decisions (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    -- Decision details
    title varchar(500) not null,
    description text not null,
    context text,
    decision text not null,
    consequences text,
    -- Classification
    category public.architecture_category_enum not null,
    status public.decision_status_enum not null default 'proposed',
    -- Analysis
    options_considered jsonb default '[]',
    evaluation_criteria jsonb default '{}',
    risk_assessment jsonb default '{}',
    trade_offs jsonb default '{}',
    -- Decision tracking
    decided_by uuid,
    decided_at timestamptz,
    review_date date,
    superseded_by uuid,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Versioning
    version integer default 1,
    -- Search
    search_vector tsvector,
    -- Constraints
    constraint architecture_decisions_pkey primary key (id),
    constraint architecture_decisions_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint architecture_decisions_decided_by_fkey
        foreign key (decided_by) references public.users (id),
    constraint architecture_decisions_superseded_by_fkey
        foreign key (superseded_by) references public.architecture_decisions (id),
    constraint architecture_decisions_created_by_fkey
        foreign key (created_by) references public.users (id)
);

comment on table public.architecture_decisions is
    'Decision records: what was decided, in which situation, and what follows from it.';
comment on column public.architecture_decisions.id is
    'Later decisions and approval requests refer to it.';
comment on column public.architecture_decisions.project_id is
    'Project whose architecture is decided; deleting the project deletes its decisions.';
comment on column public.architecture_decisions.title is 'The decision in one line.';
comment on column public.architecture_decisions.description is 'The question to be settled.';
comment on column public.architecture_decisions.context is
    'Forces and constraints that made the question arise; null if the description has them.';
comment on column public.architecture_decisions.decision is 'The answer, and why this one.';
comment on column public.architecture_decisions.consequences is
    'What becomes easier and what harder; null while nobody has written it down.';
comment on column public.architecture_decisions.category is
    'Part of the architecture concerned; a decision that concerns several takes the widest.';
comment on column public.architecture_decisions.status is
    'How far the decision has come; it binds nobody before approved.';
comment on column public.architecture_decisions.options_considered is
    'Array of alternatives, the chosen one included, each with what speaks for and against it.';
comment on column public.architecture_decisions.evaluation_criteria is
    'Object that maps each criterion to its weight.';
comment on column public.architecture_decisions.risk_assessment is
    'Object with the risks of the chosen option; those worth tracking become project_risks.';
comment on column public.architecture_decisions.trade_offs is
    'Object that maps each quality given up to what it was given up for.';
comment on column public.architecture_decisions.decided_by is
    'User who answers for the decision; null while it is open.';
comment on column public.architecture_decisions.decided_at is
    'When it was approved or rejected; null while it is open.';
comment on column public.architecture_decisions.review_date is
    'Day to ask whether it still holds; null never asks.';
comment on column public.architecture_decisions.superseded_by is
    'Decision that took its place; null while it stands.';
comment on column public.architecture_decisions.created_at is 'When the decision was proposed.';
comment on column public.architecture_decisions.updated_at is
    'When any column last changed; set by trigger.';
comment on column public.architecture_decisions.created_by is 'User who proposed the decision.';
comment on column public.architecture_decisions.version is
    'Counts the revisions of the text from 1; a new decision is a new row instead.';
comment on column public.architecture_decisions.search_vector is
    'English words of title (A), decision (B), description and context (C), consequences (D).';

-- Risk management

create table public.project_risks (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    -- Risk details
    title varchar(500) not null,
    description text not null,
    category public.risk_category_enum not null,
    -- Risk assessment
    probability public.risk_probability_enum not null,
    impact public.risk_impact_enum not null,
    risk_score numeric(3, 2) generated always as (
        case probability
            when 'very_low' then 0.1
            when 'low' then 0.3
            when 'medium' then 0.5
            when 'high' then 0.7
            when 'very_high' then 0.9
        end * case impact
            when 'very_low' then 1
            when 'low' then 2
            when 'medium' then 3
            when 'high' then 4
            when 'very_high' then 5
        end
    ) stored,
    -- Mitigation
    mitigation_strategy text,
    contingency_plan text,
    owner_id uuid,
    status public.risk_status_enum default 'identified',
    -- Tracking
    identified_at timestamptz default now(),
    mitigated_at timestamptz,
    review_date date,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Constraints
    constraint project_risks_pkey primary key (id),
    constraint project_risks_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint project_risks_owner_id_fkey foreign key (owner_id) references public.users (id),
    constraint project_risks_created_by_fkey foreign key (created_by) references public.users (id)
);

comment on table public.project_risks is
    'What could go wrong in a project, how bad it would be and what is done about it.';
comment on column public.project_risks.id is
    'Feeds and the audit log name risks by it; no foreign key does.';
comment on column public.project_risks.project_id is
    'Project at risk; deleting the project deletes its risks.';
comment on column public.project_risks.title is 'What may happen, in one line.';
comment on column public.project_risks.description is 'Cause, event and effect in prose.';
comment on column public.project_risks.category is
    'Where the risk comes from, which tells who is able to act.';
comment on column public.project_risks.probability is
    'Likelihood as judged now, with the mitigation in place.';
comment on column public.project_risks.impact is
    'Damage as judged now, with the contingency plan in place.';
comment on column public.project_risks.risk_score is
    'Probability times impact, computed: 0.10 to 4.50, higher is worse. Compare it, never add it.';
comment on column public.project_risks.mitigation_strategy is
    'What makes the event less likely; null while nothing is planned.';
comment on column public.project_risks.contingency_plan is
    'What to do once it has happened; null while nothing is planned.';
comment on column public.project_risks.owner_id is
    'User who watches the risk; null while nobody does.';
comment on column public.project_risks.status is 'How the risk is handled at present.';
comment on column public.project_risks.identified_at is
    'When the risk was first seen, which may be before it was entered.';
comment on column public.project_risks.mitigated_at is
    'When the mitigation took effect; null before.';
comment on column public.project_risks.review_date is
    'Day of the next assessment; null asks for none.';
comment on column public.project_risks.created_at is 'When the risk was entered.';
comment on column public.project_risks.updated_at is
    'When any column last changed; set by trigger.';
comment on column public.project_risks.created_by is 'User who entered the risk.';

-- Collaboration sessions

create table public.collaboration_sessions (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    -- Session details
    title varchar(500) not null,
    description text,
    session_type public.session_type_enum not null,
    status public.session_status_enum not null default 'scheduled',
    -- Scheduling
    scheduled_start timestamptz not null,
    scheduled_end timestamptz not null,
    actual_start timestamptz,
    actual_end timestamptz,
    -- Configuration
    max_participants integer default 20,
    is_recording_enabled boolean default false,
    recording_url text,
    -- Facilitator
    facilitator_id uuid,
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Settings
    settings jsonb default '{}',
    -- Constraints
    constraint collaboration_sessions_pkey primary key (id),
    constraint collaboration_sessions_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint collaboration_sessions_facilitator_id_fkey
        foreign key (facilitator_id) references public.users (id),
    constraint collaboration_sessions_created_by_fkey
        foreign key (created_by) references public.users (id),
    constraint valid_session_times check (scheduled_start < scheduled_end)
);

comment on table public.collaboration_sessions is
    'Meetings in which a project is worked on together. Sign-in sessions are something else.';
comment on column public.collaboration_sessions.id is 'Part of the link in every invitation.';
comment on column public.collaboration_sessions.project_id is
    'Project that is worked on; deleting the project deletes its sessions.';
comment on column public.collaboration_sessions.title is
    'Subject of the meeting, as it stands in invitations.';
comment on column public.collaboration_sessions.description is
    'Agenda and preparation; null if there is none.';
comment on column public.collaboration_sessions.session_type is 'What the people meet for.';
comment on column public.collaboration_sessions.status is
    'State of the meeting, set by the application as it opens and closes.';
comment on column public.collaboration_sessions.scheduled_start is 'When it is to begin.';
comment on column public.collaboration_sessions.scheduled_end is 'When it is to be over.';
comment on column public.collaboration_sessions.actual_start is
    'When the first participant was let in; null until then.';
comment on column public.collaboration_sessions.actual_end is
    'When it was closed; null until then.';
comment on column public.collaboration_sessions.max_participants is
    'People who can join at the same time, facilitator included.';
comment on column public.collaboration_sessions.is_recording_enabled is
    'True if the session is to be recorded, which participants are told.';
comment on column public.collaboration_sessions.recording_url is
    'Address of the recording; null without one, also while it is being processed.';
comment on column public.collaboration_sessions.facilitator_id is
    'User who leads; null leaves it to whoever created the session.';
comment on column public.collaboration_sessions.created_at is 'When the invitation was drawn up.';
comment on column public.collaboration_sessions.updated_at is
    'When any column last changed; set by trigger.';
comment on column public.collaboration_sessions.created_by is 'User who called the meeting.';
comment on column public.collaboration_sessions.settings is
    'Object with options of the meeting room, such as waiting room and chat.';
comment on constraint valid_session_times on public.collaboration_sessions is
    'A session lasts: it is planned to end after it begins.';

-- Session participants

create table public.session_participants (
    id uuid default gen_random_uuid(),
    session_id uuid not null,
    user_id uuid not null,
    -- Participation details
    role public.participant_role_enum default 'participant',
    status public.participant_status_enum default 'invited',
    -- Timing
    invited_at timestamptz default now(),
    joined_at timestamptz,
    left_at timestamptz,
    -- Permissions
    can_edit boolean default false,
    can_moderate boolean default false,
    -- Constraints
    constraint session_participants_pkey primary key (id),
    constraint session_participants_session_id_user_id_key unique (session_id, user_id),
    constraint session_participants_session_id_fkey
        foreign key (session_id) references public.collaboration_sessions (id)
            on delete cascade,
    constraint session_participants_user_id_fkey
        foreign key (user_id) references public.users (id)
            on delete cascade
);

comment on table public.session_participants is
    'Who is invited to a session and whether they came, one row a person and session.';
comment on column public.session_participants.id is
    'One person''s place in one session, kept when the person comes and goes.';
comment on column public.session_participants.session_id is
    'The session; deleting it deletes its guest list.';
comment on column public.session_participants.user_id is
    'The person invited; deleting the user deletes their invitations.';
comment on column public.session_participants.role is 'Part this person plays in this session.';
comment on column public.session_participants.status is
    'From invitation to departure; only the latest step is kept.';
comment on column public.session_participants.invited_at is 'When the invitation was sent.';
comment on column public.session_participants.joined_at is
    'When the person first came in; null if they have not.';
comment on column public.session_participants.left_at is
    'When the person last went out; null while inside and if they never came.';
comment on column public.session_participants.can_edit is
    'May change what is worked on during the session.';
comment on column public.session_participants.can_moderate is 'May admit, mute and remove others.';

-- Approval workflows

create table public.approval_workflows (
    id uuid default gen_random_uuid(),
    project_id uuid not null,
    -- Workflow details
    name varchar(255) not null,
    description text,
    workflow_type public.approval_type_enum not null,
    -- Configuration
    is_active boolean default true,
    is_sequential boolean default false,
    required_approvals integer default 1,
    -- Conditions
    trigger_conditions jsonb default '{}',
    approval_criteria jsonb default '{}',
    -- Metadata
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    created_by uuid not null,
    -- Constraints
    constraint approval_workflows_pkey primary key (id),
    constraint approval_workflows_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint approval_workflows_created_by_fkey
        foreign key (created_by) references public.users (id)
);

comment on table public.approval_workflows is
    'Standing rules of a project: what needs approval, and how many approvals it takes.';
comment on column public.approval_workflows.id is
    'Requests stay tied to it after the rule is retired.';
comment on column public.approval_workflows.project_id is
    'Project the rule governs; deleting the project deletes its rules.';
comment on column public.approval_workflows.name is 'Name that requesters see.';
comment on column public.approval_workflows.description is
    'When the rule applies, in prose; null if the name says it.';
comment on column public.approval_workflows.workflow_type is 'What the rule watches over.';
comment on column public.approval_workflows.is_active is
    'False retires the rule: its requests stay, new ones do not follow it.';
comment on column public.approval_workflows.is_sequential is
    'True asks approvers one after the other, false all at once.';
comment on column public.approval_workflows.required_approvals is
    'Number of approving answers that approve a request.';
comment on column public.approval_workflows.trigger_conditions is
    'Object with what must hold for a request to be opened automatically; empty opens none.';
comment on column public.approval_workflows.approval_criteria is
    'Object with what approvers are asked to check.';
comment on column public.approval_workflows.created_at is 'When the rule was set up.';
comment on column public.approval_workflows.updated_at is
    'When any column last changed; set by trigger.';
comment on column public.approval_workflows.created_by is 'User who set up the rule.';

-- Approval requests

create table public.approval_requests (
    id uuid default gen_random_uuid(),
    workflow_id uuid not null,
    project_id uuid not null,
    -- Request details
    title varchar(500) not null,
    description text not null,
    request_type public.approval_request_type_enum not null,
    -- Subject of approval
    subject_type varchar(50) not null,
    subject_id uuid not null,
    -- Status and timing
    status public.approval_status_enum not null default 'pending',
    requested_at timestamptz default now(),
    due_date timestamptz,
    completed_at timestamptz,
    -- Requestor
    requested_by uuid not null,
    -- Decision summary
    final_decision public.approval_decision_enum,
    decision_notes text,
    -- Metadata
    context_data jsonb default '{}',
    -- Constraints
    constraint approval_requests_pkey primary key (id),
    constraint approval_requests_workflow_id_fkey
        foreign key (workflow_id) references public.approval_workflows (id),
    constraint approval_requests_project_id_fkey
        foreign key (project_id) references public.projects (id)
            on delete cascade,
    constraint approval_requests_requested_by_fkey
        foreign key (requested_by) references public.users (id),
    constraint valid_due_date check (due_date is null or due_date > requested_at)
);

comment on table public.approval_requests is
    'Single things put up for approval, each under the workflow that says how.';
comment on column public.approval_requests.id is 'Part of the link in the mail to every approver.';
comment on column public.approval_requests.workflow_id is
    'Rule the request follows; a rule with requests cannot be deleted on its own.';
comment on column public.approval_requests.project_id is
    'Project of the subject, the same as the workflow''s; deleting it deletes its requests.';
comment on column public.approval_requests.title is 'What is asked for, in one line.';
comment on column public.approval_requests.description is 'What approvers need to know to decide.';
comment on column public.approval_requests.request_type is 'What kind of thing is to be approved.';
comment on column public.approval_requests.subject_type is
    'What subject_id identifies: requirement, architecture, task and so on.';
comment on column public.approval_requests.subject_id is
    'Row to be approved, in the table that subject_type tells; not a foreign key.';
comment on column public.approval_requests.status is
    'State of the request as a whole, which single answers move.';
comment on column public.approval_requests.requested_at is 'When approval was asked for.';
comment on column public.approval_requests.due_date is
    'Moment by which it should be decided; null can wait for ever.';
comment on column public.approval_requests.completed_at is
    'When it was decided, cancelled or expired; null while open.';
comment on column public.approval_requests.requested_by is
    'User who asks, and who does not decide.';
comment on column public.approval_requests.final_decision is
    'Outcome of all answers together; null while open and after cancelling.';
comment on column public.approval_requests.decision_notes is
    'Reason for the outcome, in prose; null if the answers speak for themselves.';
comment on column public.approval_requests.context_data is
    'Object with the state of the subject when approval was asked for.';
comment on constraint valid_due_date on public.approval_requests is
    'A decision is not due before it is asked for; null has no deadline.';

-- Individual approval responses

create table public.approval_responses (
    id uuid default gen_random_uuid(),
    request_id uuid not null,
    approver_id uuid not null,
    -- Response details
    decision public.approval_decision_enum not null,
    comments text,
    conditions text,
    -- Timing
    responded_at timestamptz default now(),
    -- Context
    approval_data jsonb default '{}',
    -- Constraints
    constraint approval_responses_pkey primary key (id),
    constraint approval_responses_request_id_approver_id_key unique (request_id, approver_id),
    constraint approval_responses_request_id_fkey
        foreign key (request_id) references public.approval_requests (id)
            on delete cascade,
    constraint approval_responses_approver_id_fkey
        foreign key (approver_id) references public.users (id)
);

comment on table public.approval_responses is
    'Answers of approvers, one a person and request; a change of mind changes the row.';
comment on column public.approval_responses.id is
    'Names the answer in the audit log; it stays when the answer changes.';
comment on column public.approval_responses.request_id is
    'Request that is answered; deleting it deletes its answers.';
comment on column public.approval_responses.approver_id is
    'User who answers; while the answer exists the user cannot be deleted.';
comment on column public.approval_responses.decision is 'The answer.';
comment on column public.approval_responses.comments is
    'Remarks to the requester; null if there are none.';
comment on column public.approval_responses.conditions is
    'What approve_with_conditions demands; null for every other answer.';
comment on column public.approval_responses.responded_at is 'When the answer was given.';
comment on column public.approval_responses.approval_data is
    'Object with what the approver saw and ticked: criteria met, documents read.';

-- migrate:down

drop table public.approval_responses;
drop table public.approval_requests;
drop table public.approval_workflows;
drop table public.session_participants;
drop table public.collaboration_sessions;
drop table public.project_risks;
drop table public.architecture_decisions;
drop table public.requirements;
drop table public.tasks;
drop table public.projects;
drop table public.team_memberships;
drop table public.organizations;
drop table public.users;

drop type public.audit_event_type_enum;
drop type public.activity_type_enum;
drop type public.approval_request_type_enum;
drop type public.approval_decision_enum;
drop type public.approval_status_enum;
drop type public.approval_type_enum;
drop type public.participant_status_enum;
drop type public.participant_role_enum;
drop type public.session_status_enum;
drop type public.session_type_enum;
drop type public.risk_status_enum;
drop type public.risk_level_enum;
drop type public.risk_impact_enum;
drop type public.risk_probability_enum;
drop type public.risk_category_enum;
drop type public.decision_status_enum;
drop type public.architecture_category_enum;
drop type public.requirement_status_enum;
drop type public.requirement_type_enum;
drop type public.membership_status_enum;
drop type public.user_role_enum;
drop type public.priority_enum;
drop type public.complexity_level_enum;
drop type public.task_status_enum;
drop type public.project_status_enum;
