-- Row-level security and privileges of every table: a copy of the files in db/policies.

-- migrate:up

-- Users: seen by whoever shares an organization with them; changed by themselves. Accounts are opened
-- by register_user, and what proves who somebody is (hashes, failures, locks) is touched by sign_in
-- and its neighbours only: no role may read a hash, not even staff.

alter table public.users enable row level security;
alter table public.users force row level security;

-- Privileges

revoke all on public.users from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select (
    id,
    email,
    username,
    first_name,
    last_name,
    display_name,
    avatar_url,
    bio,
    timezone,
    role,
    permissions,
    is_active,
    is_verified,
    last_login_at,
    created_at,
    updated_at,
    preferences,
    notification_settings
) on public.users to bduf_readonly;
grant select (
    id,
    email,
    username,
    first_name,
    last_name,
    display_name,
    avatar_url,
    bio,
    timezone,
    role,
    permissions,
    is_active,
    is_verified,
    last_login_at,
    password_changed_at,
    failed_login_attempts,
    locked_until,
    api_key_created_at,
    api_key_last_used,
    created_at,
    updated_at,
    preferences,
    notification_settings,
    search_vector
) on public.users to bduf_admin, bduf_job;
grant insert on public.users to bduf_admin;
grant update (
    username,
    first_name,
    last_name,
    display_name,
    avatar_url,
    bio,
    timezone,
    preferences,
    notification_settings
) on public.users to bduf_app;
grant update (
    email,
    username,
    first_name,
    last_name,
    display_name,
    avatar_url,
    bio,
    timezone,
    role,
    permissions,
    is_active,
    is_verified,
    last_login_at,
    failed_login_attempts,
    locked_until,
    updated_at,
    preferences,
    notification_settings
) on public.users to bduf_admin;

-- Policies

drop policy if exists users_readonly_select on public.users;
create policy users_readonly_select on public.users
for select to bduf_readonly
using (id = any((select public.current_colleague_ids())::uuid[]));
comment on policy users_readonly_select on public.users is
    'Oneself, and who is or was in an organization with oneself.';

drop policy if exists users_app_update on public.users;
create policy users_app_update on public.users
for update to bduf_app
using (id = (select public.current_user_id()))
with check (id = (select public.current_user_id()));
comment on policy users_app_update on public.users is
    'Everybody keeps their own profile.';

drop policy if exists users_platform_all on public.users;
create policy users_platform_all on public.users
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy users_platform_all on public.users is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Organizations: seen by their members, changed by their administrators. They are founded by
-- create_organization; what is booked and paid for is changed by staff. Nobody deletes one.

alter table public.organizations enable row level security;
alter table public.organizations force row level security;

-- Privileges

revoke all on public.organizations from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.organizations to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.organizations to bduf_admin;
grant update (
    name,
    slug,
    description,
    website_url,
    updated_at,
    settings,
    billing_email,
    billing_address
) on public.organizations to bduf_app;
grant update (
    name,
    slug,
    description,
    website_url,
    settings,
    subscription_plan,
    subscription_expires_at,
    updated_at,
    billing_email,
    billing_address
) on public.organizations to bduf_admin;

-- Policies

drop policy if exists organizations_readonly_select on public.organizations;
create policy organizations_readonly_select on public.organizations
for select to bduf_readonly
using (id = any((select public.current_organization_ids())::uuid[]));
comment on policy organizations_readonly_select on public.organizations is
    'Members see their organization.';

drop policy if exists organizations_app_update on public.organizations;
create policy organizations_app_update on public.organizations
for update to bduf_app
using (id = any((select public.current_administered_organization_ids())::uuid[]))
with check (id = any((select public.current_administered_organization_ids())::uuid[]));
comment on policy organizations_app_update on public.organizations is
    'Administrators keep their organization''s own data.';

drop policy if exists organizations_platform_all on public.organizations;
create policy organizations_platform_all on public.organizations
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy organizations_platform_all on public.organizations is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Team memberships: seen by the members of the organization and by whom they are about. They come
-- from create_organization and invite_member, and answer_invitation makes them active.

alter table public.team_memberships enable row level security;
alter table public.team_memberships force row level security;

-- Privileges

revoke all on public.team_memberships from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.team_memberships to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.team_memberships to bduf_admin;
grant update (
    role,
    status,
    left_at,
    custom_permissions
) on public.team_memberships to bduf_app;
grant update (
    role,
    status,
    invited_by,
    joined_at,
    left_at,
    custom_permissions,
    updated_at
) on public.team_memberships to bduf_admin;

-- Policies

drop policy if exists team_memberships_readonly_select on public.team_memberships;
create policy team_memberships_readonly_select on public.team_memberships
for select to bduf_readonly
using (
    organization_id = any((select public.current_organization_ids())::uuid[])
    or user_id = (select public.current_user_id())
);
comment on policy team_memberships_readonly_select on public.team_memberships is
    'Members see their organization''s members; everybody sees their own invitations.';

drop policy if exists team_memberships_app_update on public.team_memberships;
create policy team_memberships_app_update on public.team_memberships
for update to bduf_app
using (organization_id = any((select public.current_administered_organization_ids())::uuid[]))
with check (
    organization_id = any((select public.current_administered_organization_ids())::uuid[])
    and (status <> 'active' or user_id = any((select public.current_colleague_ids())::uuid[]))
);
comment on policy team_memberships_app_update on public.team_memberships is
    'Administrators change roles and standing. Only who is known already can be made active.';

drop policy if exists team_memberships_platform_all on public.team_memberships;
create policy team_memberships_platform_all on public.team_memberships
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy team_memberships_platform_all on public.team_memberships is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Projects: seen and changed by the members of their organization, or by the creator of a personal
-- one. They stay in the organization they were started in, and are archived, never deleted. The
-- condition asks for the columns, not for current_project_ids(), which does not know yet the project
-- that an `insert … returning` is about to return.

alter table public.projects enable row level security;
alter table public.projects force row level security;

-- Privileges

revoke all on public.projects from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.projects to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.projects to bduf_app, bduf_admin;
grant update (
    name,
    description,
    status,
    complexity,
    priority,
    updated_at,
    start_date,
    target_end_date,
    actual_end_date,
    budget_allocated,
    budget_used,
    settings,
    metadata,
    archived_at
) on public.projects to bduf_app, bduf_admin;
-- What jobs may lock: a lock for share takes the right to update some column.
grant update (updated_at) on public.projects to bduf_job;

-- Policies

drop policy if exists projects_readonly_select on public.projects;
create policy projects_readonly_select on public.projects
for select to bduf_readonly
using (
    organization_id = any((select public.current_organization_ids())::uuid[])
    or (organization_id is null and created_by = (select public.current_user_id()))
);
comment on policy projects_readonly_select on public.projects is
    'Projects of one''s organizations, and one''s personal ones.';

drop policy if exists projects_app_insert on public.projects;
create policy projects_app_insert on public.projects
for insert to bduf_app
with check (
    created_by = (select public.current_user_id())
    and (organization_id is null or organization_id = any((select public.current_organization_ids())::uuid[]))
);
comment on policy projects_app_insert on public.projects is
    'Started in one''s own name, within an organization of one''s own or in none.';

drop policy if exists projects_app_update on public.projects;
create policy projects_app_update on public.projects
for update to bduf_app
using (id = any((select public.current_project_ids())::uuid[]))
with check (id = any((select public.current_project_ids())::uuid[]));
comment on policy projects_app_update on public.projects is
    'Members change the projects that they see.';

drop policy if exists projects_platform_all on public.projects;
create policy projects_platform_all on public.projects
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy projects_platform_all on public.projects is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Hierarchy guards: locks that triggers write as the owner. Nobody else has any business here.

alter table public.hierarchy_guards enable row level security;
alter table public.hierarchy_guards force row level security;

revoke all on public.hierarchy_guards from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy if exists hierarchy_guards_owner_all on public.hierarchy_guards;
create policy hierarchy_guards_owner_all on public.hierarchy_guards
for all to bduf_owner
using (true)
with check (true);
comment on policy hierarchy_guards_owner_all on public.hierarchy_guards is
    'Triggers that run as the owner take and hold the guards.';

-- Tasks: seen and changed by the members of the organization that the project belongs to. A task
-- stays in its project; it hangs below and is given to what its writer can see.

alter table public.tasks enable row level security;
alter table public.tasks force row level security;

-- Privileges

revoke all on public.tasks from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.tasks to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.tasks to bduf_app, bduf_admin;
grant update (
    parent_task_id,
    title,
    description,
    status,
    priority,
    complexity,
    assigned_to,
    assigned_at,
    assigned_by,
    estimated_hours,
    actual_hours,
    started_at,
    completed_at,
    sequence_order,
    is_milestone,
    is_critical_path,
    updated_at,
    custom_fields,
    attachments,
    tags,
    due_date
) on public.tasks to bduf_app, bduf_admin;

-- Policies

drop policy if exists tasks_readonly_select on public.tasks;
create policy tasks_readonly_select on public.tasks
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy tasks_readonly_select on public.tasks is
    'Tasks of the projects that one sees.';

drop policy if exists tasks_app_insert on public.tasks;
create policy tasks_app_insert on public.tasks
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (assigned_to is null or assigned_to = any((select public.current_colleague_ids())::uuid[]))
    and (assigned_by is null or assigned_by = any((select public.current_colleague_ids())::uuid[]))
    and (
        parent_task_id is null
        or public.task_is_in_project(parent_task_id, project_id)
    )
);
comment on policy tasks_app_insert on public.tasks is
    'Entered in one''s own name, in a visible project, for a colleague.';

drop policy if exists tasks_app_update on public.tasks;
create policy tasks_app_update on public.tasks
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and (assigned_to is null or assigned_to = any((select public.current_colleague_ids())::uuid[]))
    and (assigned_by is null or assigned_by = any((select public.current_colleague_ids())::uuid[]))
    and (
        parent_task_id is null
        or public.task_is_in_project(parent_task_id, project_id)
    )
);
comment on policy tasks_app_update on public.tasks is
    'Changed by whoever sees it; people and tasks that it names must be visible.';

drop policy if exists tasks_app_delete on public.tasks;
create policy tasks_app_delete on public.tasks
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy tasks_app_delete on public.tasks is
    'Deleted, with all sub-tasks, by whoever sees it.';

drop policy if exists tasks_platform_all on public.tasks;
create policy tasks_platform_all on public.tasks
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy tasks_platform_all on public.tasks is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Task dependencies: seen and changed like the tasks that they tie together.

alter table public.task_dependencies enable row level security;
alter table public.task_dependencies force row level security;

-- Privileges

revoke all on public.task_dependencies from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.task_dependencies to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.task_dependencies to bduf_app, bduf_admin;
grant update (
    kind,
    updated_at
) on public.task_dependencies to bduf_app, bduf_admin;

-- Policies

drop policy if exists task_dependencies_readonly_select on public.task_dependencies;
create policy task_dependencies_readonly_select on public.task_dependencies
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy task_dependencies_readonly_select on public.task_dependencies is
    'Dependencies in the projects that one sees.';

drop policy if exists task_dependencies_app_insert on public.task_dependencies;
create policy task_dependencies_app_insert on public.task_dependencies
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and public.task_is_in_project(predecessor_id, project_id)
    and public.task_is_in_project(successor_id, project_id)
);
comment on policy task_dependencies_app_insert on public.task_dependencies is
    'Entered in one''s own name, between tasks of a visible project.';

drop policy if exists task_dependencies_app_update on public.task_dependencies;
create policy task_dependencies_app_update on public.task_dependencies
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy task_dependencies_app_update on public.task_dependencies is
    'Only the kind changes; another pair of tasks is another dependency.';

drop policy if exists task_dependencies_app_delete on public.task_dependencies;
create policy task_dependencies_app_delete on public.task_dependencies
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy task_dependencies_app_delete on public.task_dependencies is
    'Deleted by whoever sees it.';

drop policy if exists task_dependencies_platform_all on public.task_dependencies;
create policy task_dependencies_platform_all on public.task_dependencies
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy task_dependencies_platform_all on public.task_dependencies is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Requirements: seen and changed by the members of the organization that the project belongs to. A
-- requirement stays in its project and in its lineage.

alter table public.requirements enable row level security;
alter table public.requirements force row level security;

-- Privileges

revoke all on public.requirements from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.requirements to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.requirements to bduf_app, bduf_admin;
grant update (
    parent_requirement_id,
    title,
    description,
    type,
    priority,
    status,
    category,
    source,
    stakeholder_id,
    complexity_score,
    effort_estimate_hours,
    risk_level,
    acceptance_criteria,
    test_cases,
    related_requirements,
    version,
    is_current_version,
    updated_at,
    custom_attributes,
    attachments
) on public.requirements to bduf_app, bduf_admin;

-- Policies

drop policy if exists requirements_readonly_select on public.requirements;
create policy requirements_readonly_select on public.requirements
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy requirements_readonly_select on public.requirements is
    'Requirements of the projects that one sees.';

drop policy if exists requirements_app_insert on public.requirements;
create policy requirements_app_insert on public.requirements
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (stakeholder_id is null or stakeholder_id = any((select public.current_colleague_ids())::uuid[]))
    and (
        parent_requirement_id is null
        or public.requirement_is_in_project(parent_requirement_id, project_id)
    )
    and (lineage_id = id or public.requirement_is_in_project(lineage_id, project_id))
);
comment on policy requirements_app_insert on public.requirements is
    'Entered in one''s own name, in a visible project, beside visible requirements.';

drop policy if exists requirements_app_update on public.requirements;
create policy requirements_app_update on public.requirements
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and (stakeholder_id is null or stakeholder_id = any((select public.current_colleague_ids())::uuid[]))
    and (
        parent_requirement_id is null
        or public.requirement_is_in_project(parent_requirement_id, project_id)
    )
);
comment on policy requirements_app_update on public.requirements is
    'Changed by whoever sees it; people and requirements that it names must be visible.';

drop policy if exists requirements_app_delete on public.requirements;
create policy requirements_app_delete on public.requirements
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy requirements_app_delete on public.requirements is
    'Deleted by whoever sees it.';

drop policy if exists requirements_platform_all on public.requirements;
create policy requirements_platform_all on public.requirements
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy requirements_platform_all on public.requirements is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Architecture decisions: seen and changed by the members of the organization that the project
-- belongs to. A decision stays in its project, and so does what takes its place.

alter table public.architecture_decisions enable row level security;
alter table public.architecture_decisions force row level security;

-- Privileges

revoke all on public.architecture_decisions from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.architecture_decisions to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.architecture_decisions to bduf_app, bduf_admin;
grant update (
    title,
    description,
    context,
    decision,
    consequences,
    category,
    status,
    options_considered,
    evaluation_criteria,
    risk_assessment,
    trade_offs,
    decided_by,
    decided_at,
    review_date,
    superseded_by,
    updated_at,
    version
) on public.architecture_decisions to bduf_app, bduf_admin;

-- Policies

drop policy if exists architecture_decisions_readonly_select on public.architecture_decisions;
create policy architecture_decisions_readonly_select on public.architecture_decisions
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy architecture_decisions_readonly_select on public.architecture_decisions is
    'Decisions of the projects that one sees.';

drop policy if exists architecture_decisions_app_insert on public.architecture_decisions;
create policy architecture_decisions_app_insert on public.architecture_decisions
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (decided_by is null or decided_by = any((select public.current_colleague_ids())::uuid[]))
    and (
        superseded_by is null
        or public.decision_is_in_project(superseded_by, project_id)
    )
);
comment on policy architecture_decisions_app_insert on public.architecture_decisions is
    'Entered in one''s own name, in a visible project.';

drop policy if exists architecture_decisions_app_update on public.architecture_decisions;
create policy architecture_decisions_app_update on public.architecture_decisions
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and (decided_by is null or decided_by = any((select public.current_colleague_ids())::uuid[]))
    and (
        superseded_by is null
        or public.decision_is_in_project(superseded_by, project_id)
    )
);
comment on policy architecture_decisions_app_update on public.architecture_decisions is
    'Changed by whoever sees it; people and decisions that it names must be visible.';

drop policy if exists architecture_decisions_app_delete on public.architecture_decisions;
create policy architecture_decisions_app_delete on public.architecture_decisions
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy architecture_decisions_app_delete on public.architecture_decisions is
    'Deleted by whoever sees it.';

drop policy if exists architecture_decisions_platform_all on public.architecture_decisions;
create policy architecture_decisions_platform_all on public.architecture_decisions
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy architecture_decisions_platform_all on public.architecture_decisions is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Project risks: seen and changed by the members of the organization that the project belongs to.

alter table public.project_risks enable row level security;
alter table public.project_risks force row level security;

-- Privileges

revoke all on public.project_risks from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.project_risks to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.project_risks to bduf_app, bduf_admin;
grant update (
    title,
    description,
    category,
    probability,
    impact,
    mitigation_strategy,
    contingency_plan,
    owner_id,
    status,
    identified_at,
    mitigated_at,
    review_date,
    updated_at
) on public.project_risks to bduf_app, bduf_admin;

-- Policies

drop policy if exists project_risks_readonly_select on public.project_risks;
create policy project_risks_readonly_select on public.project_risks
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy project_risks_readonly_select on public.project_risks is
    'Risks of the projects that one sees.';

drop policy if exists project_risks_app_insert on public.project_risks;
create policy project_risks_app_insert on public.project_risks
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (owner_id is null or owner_id = any((select public.current_colleague_ids())::uuid[]))
);
comment on policy project_risks_app_insert on public.project_risks is
    'Entered in one''s own name, in a visible project, watched by a colleague.';

drop policy if exists project_risks_app_update on public.project_risks;
create policy project_risks_app_update on public.project_risks
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and (owner_id is null or owner_id = any((select public.current_colleague_ids())::uuid[]))
);
comment on policy project_risks_app_update on public.project_risks is
    'Changed by whoever sees it; who watches it must be a colleague.';

drop policy if exists project_risks_app_delete on public.project_risks;
create policy project_risks_app_delete on public.project_risks
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy project_risks_app_delete on public.project_risks is
    'Deleted by whoever sees it.';

drop policy if exists project_risks_platform_all on public.project_risks;
create policy project_risks_platform_all on public.project_risks
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy project_risks_platform_all on public.project_risks is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Collaboration sessions: seen and changed by the members of the organization that the project
-- belongs to.

alter table public.collaboration_sessions enable row level security;
alter table public.collaboration_sessions force row level security;

-- Privileges

revoke all on public.collaboration_sessions from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.collaboration_sessions to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.collaboration_sessions to bduf_app, bduf_admin;
grant update (
    title,
    description,
    session_type,
    status,
    scheduled_start,
    scheduled_end,
    actual_start,
    actual_end,
    max_participants,
    is_recording_enabled,
    recording_url,
    facilitator_id,
    updated_at,
    settings
) on public.collaboration_sessions to bduf_app, bduf_admin;

-- Policies

drop policy if exists collaboration_sessions_readonly_select on public.collaboration_sessions;
create policy collaboration_sessions_readonly_select on public.collaboration_sessions
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy collaboration_sessions_readonly_select on public.collaboration_sessions is
    'Sessions of the projects that one sees.';

drop policy if exists collaboration_sessions_app_insert on public.collaboration_sessions;
create policy collaboration_sessions_app_insert on public.collaboration_sessions
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (facilitator_id is null or facilitator_id = any((select public.current_colleague_ids())::uuid[]))
);
comment on policy collaboration_sessions_app_insert on public.collaboration_sessions is
    'Called in one''s own name, in a visible project, led by a colleague.';

drop policy if exists collaboration_sessions_app_update on public.collaboration_sessions;
create policy collaboration_sessions_app_update on public.collaboration_sessions
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and (facilitator_id is null or facilitator_id = any((select public.current_colleague_ids())::uuid[]))
);
comment on policy collaboration_sessions_app_update on public.collaboration_sessions is
    'Changed by whoever sees it; who leads must be a colleague.';

drop policy if exists collaboration_sessions_app_delete on public.collaboration_sessions;
create policy collaboration_sessions_app_delete on public.collaboration_sessions
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy collaboration_sessions_app_delete on public.collaboration_sessions is
    'Deleted, with its guest list, by whoever sees it.';

drop policy if exists collaboration_sessions_platform_all on public.collaboration_sessions;
create policy collaboration_sessions_platform_all on public.collaboration_sessions
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy collaboration_sessions_platform_all on public.collaboration_sessions is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Session participants: seen and changed like the session. The person and the session of a row stay.

alter table public.session_participants enable row level security;
alter table public.session_participants force row level security;

-- Privileges

revoke all on public.session_participants from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.session_participants to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.session_participants to bduf_app, bduf_admin;
grant update (
    role,
    status,
    invited_at,
    joined_at,
    left_at,
    can_edit,
    can_moderate,
    updated_at
) on public.session_participants to bduf_app, bduf_admin;

-- Policies

drop policy if exists session_participants_readonly_select on public.session_participants;
create policy session_participants_readonly_select on public.session_participants
for select to bduf_readonly
using (session_id = any((select public.current_session_ids())::uuid[]));
comment on policy session_participants_readonly_select on public.session_participants is
    'Guest lists of the sessions that one sees.';

drop policy if exists session_participants_app_insert on public.session_participants;
create policy session_participants_app_insert on public.session_participants
for insert to bduf_app
with check (
    session_id = any((select public.current_session_ids())::uuid[])
    and user_id = any((select public.current_colleague_ids())::uuid[])
);
comment on policy session_participants_app_insert on public.session_participants is
    'Colleagues are invited, to visible sessions.';

drop policy if exists session_participants_app_update on public.session_participants;
create policy session_participants_app_update on public.session_participants
for update to bduf_app
using (session_id = any((select public.current_session_ids())::uuid[]))
with check (session_id = any((select public.current_session_ids())::uuid[]));
comment on policy session_participants_app_update on public.session_participants is
    'Changed by whoever sees the session.';

drop policy if exists session_participants_app_delete on public.session_participants;
create policy session_participants_app_delete on public.session_participants
for delete to bduf_app
using (session_id = any((select public.current_session_ids())::uuid[]));
comment on policy session_participants_app_delete on public.session_participants is
    'Taken off the list by whoever sees the session.';

drop policy if exists session_participants_platform_all on public.session_participants;
create policy session_participants_platform_all on public.session_participants
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy session_participants_platform_all on public.session_participants is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Approval workflows: seen and changed by the members of the organization that the project belongs
-- to. A workflow that was ever used is retired, not deleted.

alter table public.approval_workflows enable row level security;
alter table public.approval_workflows force row level security;

-- Privileges

revoke all on public.approval_workflows from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_workflows to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.approval_workflows to bduf_app, bduf_admin;
grant update (
    name,
    description,
    workflow_type,
    is_active,
    is_sequential,
    required_approvals,
    trigger_conditions,
    approval_criteria,
    updated_at
) on public.approval_workflows to bduf_app, bduf_admin;

-- Policies

drop policy if exists approval_workflows_readonly_select on public.approval_workflows;
create policy approval_workflows_readonly_select on public.approval_workflows
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy approval_workflows_readonly_select on public.approval_workflows is
    'Workflows of the projects that one sees.';

drop policy if exists approval_workflows_app_insert on public.approval_workflows;
create policy approval_workflows_app_insert on public.approval_workflows
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
);
comment on policy approval_workflows_app_insert on public.approval_workflows is
    'Set up in one''s own name, in a visible project.';

drop policy if exists approval_workflows_app_update on public.approval_workflows;
create policy approval_workflows_app_update on public.approval_workflows
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy approval_workflows_app_update on public.approval_workflows is
    'Changed by whoever sees it.';

drop policy if exists approval_workflows_app_delete on public.approval_workflows;
create policy approval_workflows_app_delete on public.approval_workflows
for delete to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy approval_workflows_app_delete on public.approval_workflows is
    'Deleted by whoever sees it; requests that follow it refuse that.';

drop policy if exists approval_workflows_platform_all on public.approval_workflows;
create policy approval_workflows_platform_all on public.approval_workflows
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_workflows_platform_all on public.approval_workflows is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Approval requests: seen and moved on by the members of the organization that the project belongs
-- to. What is asked for, and by whom, stays; a request is cancelled, not deleted. Jobs let requests expire.

alter table public.approval_requests enable row level security;
alter table public.approval_requests force row level security;

-- Privileges

revoke all on public.approval_requests from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_requests to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.approval_requests to bduf_app, bduf_admin;
grant update (
    title,
    description,
    status,
    due_date,
    completed_at,
    final_decision,
    decision_notes,
    context_data
) on public.approval_requests to bduf_app, bduf_admin;
grant update (status, completed_at) on public.approval_requests to bduf_job;

-- Policies

drop policy if exists approval_requests_readonly_select on public.approval_requests;
create policy approval_requests_readonly_select on public.approval_requests
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy approval_requests_readonly_select on public.approval_requests is
    'Requests of the projects that one sees.';

drop policy if exists approval_requests_app_insert on public.approval_requests;
create policy approval_requests_app_insert on public.approval_requests
for insert to bduf_app
with check (
    project_id = any((select public.current_project_ids())::uuid[])
    and requested_by = (select public.current_user_id())
    and workflow_id in (
        select workflow.id
        from public.approval_workflows as workflow
        where workflow.project_id = approval_requests.project_id
    )
);
comment on policy approval_requests_app_insert on public.approval_requests is
    'Asked in one''s own name, under a workflow of the same visible project.';

drop policy if exists approval_requests_app_update on public.approval_requests;
create policy approval_requests_app_update on public.approval_requests
for update to bduf_app
using (project_id = any((select public.current_project_ids())::uuid[]))
with check (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy approval_requests_app_update on public.approval_requests is
    'Moved on by whoever sees it.';

drop policy if exists approval_requests_platform_all on public.approval_requests;
create policy approval_requests_platform_all on public.approval_requests
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_requests_platform_all on public.approval_requests is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Approval assignments: seen by whoever sees the request, and named by them; the vote is cast or
-- passed on by whose vote it is.

alter table public.approval_assignments enable row level security;
alter table public.approval_assignments force row level security;

-- Privileges

revoke all on public.approval_assignments from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_assignments to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.approval_assignments to bduf_app, bduf_admin;
grant update (
    delegated_to,
    delegated_at,
    decision,
    decided_at,
    updated_at
) on public.approval_assignments to bduf_app, bduf_admin;

-- Policies

drop policy if exists approval_assignments_readonly_select on public.approval_assignments;
create policy approval_assignments_readonly_select on public.approval_assignments
for select to bduf_readonly
using (request_id = any((select public.current_approval_request_ids())::uuid[]));
comment on policy approval_assignments_readonly_select on public.approval_assignments is
    'Assignments of the requests that one sees.';

drop policy if exists approval_assignments_app_insert on public.approval_assignments;
create policy approval_assignments_app_insert on public.approval_assignments
for insert to bduf_app
with check (
    request_id = any((select public.current_approval_request_ids())::uuid[])
    and approver_id = any((select public.current_colleague_ids())::uuid[])
    and (delegated_to is null or delegated_to = any((select public.current_colleague_ids())::uuid[]))
    and decision is null
);
comment on policy approval_assignments_app_insert on public.approval_assignments is
    'Colleagues are asked, about visible requests; nobody enters a vote for them.';

drop policy if exists approval_assignments_app_update on public.approval_assignments;
create policy approval_assignments_app_update on public.approval_assignments
for update to bduf_app
using (
    request_id = any((select public.current_approval_request_ids())::uuid[])
    and (select public.current_user_id()) in (approver_id, delegated_to)
)
with check (
    request_id = any((select public.current_approval_request_ids())::uuid[])
    and (select public.current_user_id()) in (approver_id, delegated_to)
    and (delegated_to is null or delegated_to = any((select public.current_colleague_ids())::uuid[]))
);
comment on policy approval_assignments_app_update on public.approval_assignments is
    'One votes, or passes the vote on to a colleague.';

drop policy if exists approval_assignments_platform_all on public.approval_assignments;
create policy approval_assignments_platform_all on public.approval_assignments
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_assignments_platform_all on public.approval_assignments is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Approval responses: seen by whoever sees the request; everybody answers for themselves. An answer
-- is changed, not deleted.

alter table public.approval_responses enable row level security;
alter table public.approval_responses force row level security;

-- Privileges

revoke all on public.approval_responses from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_responses to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.approval_responses to bduf_app, bduf_admin;
grant update (
    decision,
    comments,
    conditions,
    responded_at,
    approval_data
) on public.approval_responses to bduf_app, bduf_admin;

-- Policies

drop policy if exists approval_responses_readonly_select on public.approval_responses;
create policy approval_responses_readonly_select on public.approval_responses
for select to bduf_readonly
using (request_id = any((select public.current_approval_request_ids())::uuid[]));
comment on policy approval_responses_readonly_select on public.approval_responses is
    'Answers to the requests that one sees.';

drop policy if exists approval_responses_app_insert on public.approval_responses;
create policy approval_responses_app_insert on public.approval_responses
for insert to bduf_app
with check (
    request_id = any((select public.current_approval_request_ids())::uuid[])
    and approver_id = (select public.current_user_id())
);
comment on policy approval_responses_app_insert on public.approval_responses is
    'One answers visible requests, for oneself.';

drop policy if exists approval_responses_app_update on public.approval_responses;
create policy approval_responses_app_update on public.approval_responses
for update to bduf_app
using (
    request_id = any((select public.current_approval_request_ids())::uuid[])
    and approver_id = (select public.current_user_id())
)
with check (
    request_id = any((select public.current_approval_request_ids())::uuid[])
    and approver_id = (select public.current_user_id())
);
comment on policy approval_responses_app_update on public.approval_responses is
    'A change of mind changes one''s own answer.';

drop policy if exists approval_responses_platform_all on public.approval_responses;
create policy approval_responses_platform_all on public.approval_responses
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_responses_platform_all on public.approval_responses is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Project analytics: seen by the members of the organization that the project belongs to, written by
-- jobs.

alter table public.project_analytics enable row level security;
alter table public.project_analytics force row level security;

-- Privileges

revoke all on public.project_analytics from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.project_analytics to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.project_analytics to bduf_job;
grant update (
    total_tasks,
    completed_tasks,
    in_progress_tasks,
    blocked_tasks,
    total_estimated_hours,
    total_actual_hours,
    requirements_completeness,
    architecture_coherence_score,
    risk_score,
    active_team_members,
    collaboration_sessions_count,
    custom_metrics,
    updated_at
) on public.project_analytics to bduf_job;

-- Policies

drop policy if exists project_analytics_readonly_select on public.project_analytics;
create policy project_analytics_readonly_select on public.project_analytics
for select to bduf_readonly
using (project_id = any((select public.current_project_ids())::uuid[]));
comment on policy project_analytics_readonly_select on public.project_analytics is
    'Snapshots of the projects that one sees.';

drop policy if exists project_analytics_platform_all on public.project_analytics;
create policy project_analytics_platform_all on public.project_analytics
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy project_analytics_platform_all on public.project_analytics is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- User activities: seen by the members of the organization that the project belongs to; an act outside
-- any project by whoever acted. Entries are added in one's own name and stay; jobs remove old ones.

alter table public.user_activities enable row level security;
alter table public.user_activities force row level security;

-- Privileges

revoke all on public.user_activities from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.user_activities to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.user_activities to bduf_app, bduf_admin;
grant insert, delete on public.user_activities to bduf_job;

-- Policies

drop policy if exists user_activities_readonly_select on public.user_activities;
create policy user_activities_readonly_select on public.user_activities
for select to bduf_readonly
using (
    project_id = any((select public.current_project_ids())::uuid[])
    or (project_id is null and user_id = (select public.current_user_id()))
);
comment on policy user_activities_readonly_select on public.user_activities is
    'Acts in the projects that one sees, and one''s own outside any project.';

drop policy if exists user_activities_app_insert on public.user_activities;
create policy user_activities_app_insert on public.user_activities
for insert to bduf_app
with check (
    user_id = (select public.current_user_id())
    and (project_id is null or project_id = any((select public.current_project_ids())::uuid[]))
);
comment on policy user_activities_app_insert on public.user_activities is
    'One''s own acts, in visible projects or in none.';

drop policy if exists user_activities_platform_all on public.user_activities;
create policy user_activities_platform_all on public.user_activities
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy user_activities_platform_all on public.user_activities is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Audit log: seen by the members of the organization concerned, or of a personal project by its
-- creator. Triggers write it as the owner; nobody else adds, changes or removes entries. Events of
-- the platform, which concern no organization and no project, are for staff.

alter table public.audit_logs enable row level security;
alter table public.audit_logs force row level security;

-- Privileges

revoke all on public.audit_logs from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.audit_logs to bduf_readonly, bduf_admin, bduf_job;

-- Policies

drop policy if exists audit_logs_readonly_select on public.audit_logs;
create policy audit_logs_readonly_select on public.audit_logs
for select to bduf_readonly
using (
    organization_id = any((select public.current_organization_ids())::uuid[])
    or (organization_id is null and project_id = any((select public.current_project_ids())::uuid[]))
);
comment on policy audit_logs_readonly_select on public.audit_logs is
    'Events in one''s organizations and personal projects.';

drop policy if exists audit_logs_platform_all on public.audit_logs;
create policy audit_logs_platform_all on public.audit_logs
for all to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy audit_logs_platform_all on public.audit_logs is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';

-- Audit seals: written by seal_audit_logs and checked by verify_audit_logs, both as the owner. Who
-- monitors the server sees how old the last one is.

alter table public.audit_seals enable row level security;
alter table public.audit_seals force row level security;

revoke all on public.audit_seals from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy if exists audit_seals_owner_all on public.audit_seals;
create policy audit_seals_owner_all on public.audit_seals
for all to bduf_owner
using (true)
with check (true);
comment on policy audit_seals_owner_all on public.audit_seals is
    'Functions that run as the owner seal the log and check the seals.';

drop policy if exists audit_seals_monitor_select on public.audit_seals;
create policy audit_seals_monitor_select on public.audit_seals
for select to pg_monitor
using (true);
comment on policy audit_seals_monitor_select on public.audit_seals is
    'Who monitors the server sees when the log was last sealed; seals say nothing about anybody.';

-- Audit retirements: written by retire_audit_logs as the owner. Nobody else has any business here.

alter table public.audit_retirements enable row level security;
alter table public.audit_retirements force row level security;

revoke all on public.audit_retirements from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy if exists audit_retirements_owner_all on public.audit_retirements;
create policy audit_retirements_owner_all on public.audit_retirements
for all to bduf_owner
using (true)
with check (true);
comment on policy audit_retirements_owner_all on public.audit_retirements is
    'Functions that run as the owner note which entries they removed.';

-- migrate:down

drop policy audit_retirements_owner_all on public.audit_retirements;
alter table public.audit_retirements no force row level security;
alter table public.audit_retirements disable row level security;
revoke all on public.audit_retirements from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy audit_seals_monitor_select on public.audit_seals;
drop policy audit_seals_owner_all on public.audit_seals;
alter table public.audit_seals no force row level security;
alter table public.audit_seals disable row level security;
revoke all on public.audit_seals from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy audit_logs_platform_all on public.audit_logs;
drop policy audit_logs_readonly_select on public.audit_logs;
alter table public.audit_logs no force row level security;
alter table public.audit_logs disable row level security;
revoke all on public.audit_logs from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy user_activities_platform_all on public.user_activities;
drop policy user_activities_app_insert on public.user_activities;
drop policy user_activities_readonly_select on public.user_activities;
alter table public.user_activities no force row level security;
alter table public.user_activities disable row level security;
revoke all on public.user_activities from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy project_analytics_platform_all on public.project_analytics;
drop policy project_analytics_readonly_select on public.project_analytics;
alter table public.project_analytics no force row level security;
alter table public.project_analytics disable row level security;
revoke all on public.project_analytics from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy approval_responses_platform_all on public.approval_responses;
drop policy approval_responses_app_update on public.approval_responses;
drop policy approval_responses_app_insert on public.approval_responses;
drop policy approval_responses_readonly_select on public.approval_responses;
alter table public.approval_responses no force row level security;
alter table public.approval_responses disable row level security;
revoke all on public.approval_responses from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy approval_assignments_platform_all on public.approval_assignments;
drop policy approval_assignments_app_update on public.approval_assignments;
drop policy approval_assignments_app_insert on public.approval_assignments;
drop policy approval_assignments_readonly_select on public.approval_assignments;
alter table public.approval_assignments no force row level security;
alter table public.approval_assignments disable row level security;
revoke all on public.approval_assignments from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy approval_requests_platform_all on public.approval_requests;
drop policy approval_requests_app_update on public.approval_requests;
drop policy approval_requests_app_insert on public.approval_requests;
drop policy approval_requests_readonly_select on public.approval_requests;
alter table public.approval_requests no force row level security;
alter table public.approval_requests disable row level security;
revoke all on public.approval_requests from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy approval_workflows_platform_all on public.approval_workflows;
drop policy approval_workflows_app_delete on public.approval_workflows;
drop policy approval_workflows_app_update on public.approval_workflows;
drop policy approval_workflows_app_insert on public.approval_workflows;
drop policy approval_workflows_readonly_select on public.approval_workflows;
alter table public.approval_workflows no force row level security;
alter table public.approval_workflows disable row level security;
revoke all on public.approval_workflows from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy session_participants_platform_all on public.session_participants;
drop policy session_participants_app_delete on public.session_participants;
drop policy session_participants_app_update on public.session_participants;
drop policy session_participants_app_insert on public.session_participants;
drop policy session_participants_readonly_select on public.session_participants;
alter table public.session_participants no force row level security;
alter table public.session_participants disable row level security;
revoke all on public.session_participants from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy collaboration_sessions_platform_all on public.collaboration_sessions;
drop policy collaboration_sessions_app_delete on public.collaboration_sessions;
drop policy collaboration_sessions_app_update on public.collaboration_sessions;
drop policy collaboration_sessions_app_insert on public.collaboration_sessions;
drop policy collaboration_sessions_readonly_select on public.collaboration_sessions;
alter table public.collaboration_sessions no force row level security;
alter table public.collaboration_sessions disable row level security;
revoke all on public.collaboration_sessions from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy project_risks_platform_all on public.project_risks;
drop policy project_risks_app_delete on public.project_risks;
drop policy project_risks_app_update on public.project_risks;
drop policy project_risks_app_insert on public.project_risks;
drop policy project_risks_readonly_select on public.project_risks;
alter table public.project_risks no force row level security;
alter table public.project_risks disable row level security;
revoke all on public.project_risks from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy architecture_decisions_platform_all on public.architecture_decisions;
drop policy architecture_decisions_app_delete on public.architecture_decisions;
drop policy architecture_decisions_app_update on public.architecture_decisions;
drop policy architecture_decisions_app_insert on public.architecture_decisions;
drop policy architecture_decisions_readonly_select on public.architecture_decisions;
alter table public.architecture_decisions no force row level security;
alter table public.architecture_decisions disable row level security;
revoke all on public.architecture_decisions from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy requirements_platform_all on public.requirements;
drop policy requirements_app_delete on public.requirements;
drop policy requirements_app_update on public.requirements;
drop policy requirements_app_insert on public.requirements;
drop policy requirements_readonly_select on public.requirements;
alter table public.requirements no force row level security;
alter table public.requirements disable row level security;
revoke all on public.requirements from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy task_dependencies_platform_all on public.task_dependencies;
drop policy task_dependencies_app_delete on public.task_dependencies;
drop policy task_dependencies_app_update on public.task_dependencies;
drop policy task_dependencies_app_insert on public.task_dependencies;
drop policy task_dependencies_readonly_select on public.task_dependencies;
alter table public.task_dependencies no force row level security;
alter table public.task_dependencies disable row level security;
revoke all on public.task_dependencies from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy tasks_platform_all on public.tasks;
drop policy tasks_app_delete on public.tasks;
drop policy tasks_app_update on public.tasks;
drop policy tasks_app_insert on public.tasks;
drop policy tasks_readonly_select on public.tasks;
alter table public.tasks no force row level security;
alter table public.tasks disable row level security;
revoke all on public.tasks from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy hierarchy_guards_owner_all on public.hierarchy_guards;
alter table public.hierarchy_guards no force row level security;
alter table public.hierarchy_guards disable row level security;
revoke all on public.hierarchy_guards from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy projects_platform_all on public.projects;
drop policy projects_app_update on public.projects;
drop policy projects_app_insert on public.projects;
drop policy projects_readonly_select on public.projects;
alter table public.projects no force row level security;
alter table public.projects disable row level security;
revoke all on public.projects from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy team_memberships_platform_all on public.team_memberships;
drop policy team_memberships_app_update on public.team_memberships;
drop policy team_memberships_readonly_select on public.team_memberships;
alter table public.team_memberships no force row level security;
alter table public.team_memberships disable row level security;
revoke all on public.team_memberships from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy organizations_platform_all on public.organizations;
drop policy organizations_app_update on public.organizations;
drop policy organizations_readonly_select on public.organizations;
alter table public.organizations no force row level security;
alter table public.organizations disable row level security;
revoke all on public.organizations from bduf_readonly, bduf_app, bduf_admin, bduf_job;

drop policy users_platform_all on public.users;
drop policy users_app_update on public.users;
drop policy users_readonly_select on public.users;
alter table public.users no force row level security;
alter table public.users disable row level security;
revoke all on public.users from bduf_readonly, bduf_app, bduf_admin, bduf_job;
