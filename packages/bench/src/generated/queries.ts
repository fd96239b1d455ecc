// Written from the query files and what the server says of them: `npm run queries:write -w @bduf/bench`.
import type { ActivityTypeEnum, ApprovalDecisionEnum, ApprovalRequestTypeEnum, ApprovalStatusEnum, ApprovalTypeEnum, ArchitectureCategoryEnum, AuditEventTypeEnum, DecisionStatusEnum, JsonValue, PriorityEnum, ProjectStatusEnum, RequirementStatusEnum, RequirementTypeEnum, TaskDependencyKindEnum, TaskStatusEnum, UserRoleEnum } from "@bduf/schema";
import { typedQuery } from "../queries/query.ts";

export interface ActivityOfAMonthParameters {
    month: Date | string;
}

export interface ActivityOfAMonthRow {
    activity_type: ActivityTypeEnum;
    activities: string | null;
    people: string | null;
}

/** Counts what people did in one month, and how many people, over all projects. */
export const activityOfAMonth = typedQuery<ActivityOfAMonthParameters, ActivityOfAMonthRow>(
    "activity/activity_of_a_month",
    ["month"],
    `select
    activity_type,
    count(*) as activities,
    count(distinct user_id) as people
from user_activities
where
    occurred_at >= $1::date::timestamp at time zone 'UTC'
    and occurred_at < ($1::date + interval '1 month') at time zone 'UTC'
group by activity_type
order by activities desc, activity_type`,
);

export interface ProjectActivityOfTypeParameters {
    project_id: string;
    activity_type: ActivityTypeEnum;
}

export interface ProjectActivityOfTypeRow {
    id: string;
    user_id: string;
    action: string;
    occurred_at: Date;
}

/** Reads the latest activity of one type in a project. */
export const projectActivityOfType = typedQuery<ProjectActivityOfTypeParameters, ProjectActivityOfTypeRow>(
    "activity/project_activity_of_type",
    ["project_id","activity_type"],
    `select
    id,
    user_id,
    action,
    occurred_at
from user_activities
where project_id = $1::uuid and activity_type = $2::activity_type_enum
order by occurred_at desc
limit 50`,
);

export interface ProjectFeedParameters {
    project_id: string;
}

export interface ProjectFeedRow {
    id: string;
    user_id: string;
    activity_type: ActivityTypeEnum;
    action: string;
    occurred_at: Date;
}

/** Reads the latest activity in a project. */
export const projectFeed = typedQuery<ProjectFeedParameters, ProjectFeedRow>(
    "activity/project_feed",
    ["project_id"],
    `select
    id,
    user_id,
    activity_type,
    action,
    occurred_at
from user_activities
where project_id = $1::uuid
order by occurred_at desc
limit 50`,
);

export interface UserFeedParameters {
    user_id: string;
    before_time: Date | string;
}

export interface UserFeedRow {
    id: string;
    activity_type: ActivityTypeEnum;
    action: string;
    occurred_at: Date;
}

/** Pages through what a user did, the newest first. */
export const userFeed = typedQuery<UserFeedParameters, UserFeedRow>(
    "activity/user_feed",
    ["user_id","before_time"],
    `select
    id,
    activity_type,
    action,
    occurred_at
from user_activities
where user_id = $1::uuid and occurred_at < $2::timestamptz
order by occurred_at desc
limit 50`,
);

export interface ActiveWorkflowParameters {
    project_id: string;
    workflow_type: ApprovalTypeEnum;
}

export interface ActiveWorkflowRow {
    id: string;
    required_approvals: number;
}

/** Finds the workflow that approves one kind of thing in a project. */
export const activeWorkflow = typedQuery<ActiveWorkflowParameters, ActiveWorkflowRow>(
    "approval/active_workflow",
    ["project_id","workflow_type"],
    `select
    id,
    required_approvals
from approval_workflows
where project_id = $1::uuid and workflow_type = $2::approval_type_enum and is_active = true`,
);

export interface ApprovalDetailParameters {
    request_id: string;
}

export interface ApprovalDetailRow {
    id: string | null;
    status: ApprovalStatusEnum | null;
    approver_id: string | null;
    decision: ApprovalDecisionEnum | null;
}

/** Reads an approval request with the responses to it. */
export const approvalDetail = typedQuery<ApprovalDetailParameters, ApprovalDetailRow>(
    "approval/approval_detail",
    ["request_id"],
    `select
    approval_requests.id,
    approval_requests.status,
    approval_responses.approver_id,
    approval_responses.decision
from
    approval_requests
    left join approval_responses on approval_responses.request_id = approval_requests.id
where approval_requests.id = $1::uuid`,
);

export interface ApprovalsOfSubjectParameters {
    subject_type: string;
    subject_id: string;
}

export interface ApprovalsOfSubjectRow {
    id: string;
    title: string;
    request_type: ApprovalRequestTypeEnum;
    status: ApprovalStatusEnum;
    requested_by: string;
    requested_at: Date;
    completed_at: Date | null;
}

/** Shows what was asked about one thing and how it ended, the latest request first. */
export const approvalsOfSubject = typedQuery<ApprovalsOfSubjectParameters, ApprovalsOfSubjectRow>(
    "approval/approvals_of_subject",
    ["subject_type","subject_id"],
    `select
    id,
    title,
    request_type,
    status,
    requested_by,
    requested_at,
    completed_at
from approval_requests
where subject_type = $1::text and subject_id = $2::uuid
order by requested_at desc
limit 20`,
);

export interface ApprovalsWaitingForMeParameters {
    user_id: string;
}

export interface ApprovalsWaitingForMeRow {
    id: string;
    title: string;
    due_date: Date | null;
}

/** Lists the requests in a person's organisations that still wait for this person's response. */
export const approvalsWaitingForMe = typedQuery<ApprovalsWaitingForMeParameters, ApprovalsWaitingForMeRow>(
    "approval/approvals_waiting_for_me",
    ["user_id"],
    `select
    approval_requests.id,
    approval_requests.title,
    approval_requests.due_date
from
    approval_requests
    join projects on projects.id = approval_requests.project_id
    join team_memberships on team_memberships.organization_id = projects.organization_id
where
    approval_requests.status = 'pending'
    and approval_requests.requested_by <> $1::uuid
    and team_memberships.user_id = $1::uuid
    and team_memberships.status = 'active'
    and not exists (
        select
        from approval_responses
        where
            approval_responses.request_id = approval_requests.id
            and approval_responses.approver_id = $1::uuid
    )
order by approval_requests.due_date, approval_requests.id
limit 50`,
);

export interface OverdueApprovalsParameters {
    as_of: Date | string;
}

export interface OverdueApprovalsRow {
    id: string;
    title: string;
    due_date: Date | null;
}

/** Lists the requests that wait for a decision past their due date, the longest overdue first. */
export const overdueApprovals = typedQuery<OverdueApprovalsParameters, OverdueApprovalsRow>(
    "approval/overdue_approvals",
    ["as_of"],
    `select
    id,
    title,
    due_date
from approval_requests
where status = 'pending' and due_date < $1::timestamptz
order by due_date, id
limit 50`,
);

export interface VotesWaitingForMeParameters {
    user_id: string;
}

export interface VotesWaitingForMeRow {
    id: string;
    title: string;
    due_date: Date | null;
}

/** Lists the open requests on which a person has a vote that is not cast, of their own or passed on to them. */
export const votesWaitingForMe = typedQuery<VotesWaitingForMeParameters, VotesWaitingForMeRow>(
    "approval/votes_waiting_for_me",
    ["user_id"],
    `select
    approval_requests.id,
    approval_requests.title,
    approval_requests.due_date
from approval_requests
where
    approval_requests.status in ('pending', 'in_review')
    and approval_requests.id in (
        select approval_assignments.request_id
        from approval_assignments
        where
            approval_assignments.approver_id = $1::uuid
            and approval_assignments.decided_at is null
            and approval_assignments.delegated_to is null
        union all
        select approval_assignments.request_id
        from approval_assignments
        where
            approval_assignments.delegated_to = $1::uuid
            and approval_assignments.decided_at is null
    )
order by approval_requests.due_date, approval_requests.id
limit 50`,
);

export interface AuditOfADayParameters {
    day: Date | string;
}

export interface AuditOfADayRow {
    event_type: AuditEventTypeEnum;
    event_action: string;
    target_type: string | null;
    entries: string | null;
}

/** Counts what was audited on one day, by what was done to which kind of thing. */
export const auditOfADay = typedQuery<AuditOfADayParameters, AuditOfADayRow>(
    "audit/audit_of_a_day",
    ["day"],
    `select
    event_type,
    event_action,
    target_type,
    count(*) as entries
from audit_logs
where
    occurred_at >= $1::date::timestamp at time zone 'UTC'
    and occurred_at < ($1::date + 1)::timestamp at time zone 'UTC'
group by event_type, event_action, target_type
order by entries desc, event_type, event_action, target_type`,
);

export interface AuditOfActorParameters {
    user_id: string;
    before_time: Date | string;
}

export interface AuditOfActorRow {
    id: string;
    event_action: string;
    project_id: string | null;
    target_type: string | null;
    target_id: string | null;
    occurred_at: Date;
}

/** Pages through the audit trail of what a user did, the latest event first. */
export const auditOfActor = typedQuery<AuditOfActorParameters, AuditOfActorRow>(
    "audit/audit_of_actor",
    ["user_id","before_time"],
    `select
    id,
    event_action,
    project_id,
    target_type,
    target_id,
    occurred_at
from audit_logs
where user_id = $1::uuid and occurred_at < $2::timestamptz
order by occurred_at desc
limit 50`,
);

export interface AuditOfObjectParameters {
    target_type: string;
    target_id: string;
}

export interface AuditOfObjectRow {
    event_action: string;
    user_id: string | null;
    old_values: JsonValue | null;
    new_values: JsonValue | null;
    occurred_at: Date;
}

/** Reads the audit trail of one object, the latest event first. */
export const auditOfObject = typedQuery<AuditOfObjectParameters, AuditOfObjectRow>(
    "audit/audit_of_object",
    ["target_type","target_id"],
    `select
    event_action,
    user_id,
    old_values,
    new_values,
    occurred_at
from audit_logs
where target_type = $1::text and target_id = $2::uuid
order by occurred_at desc
limit 100`,
);

export interface AuditOfProjectParameters {
    project_id: string;
    before_time: Date | string;
}

export interface AuditOfProjectRow {
    id: string;
    event_action: string;
    user_id: string | null;
    target_type: string | null;
    target_id: string | null;
    occurred_at: Date;
}

/** Pages through the audit trail of a project, the latest event first. */
export const auditOfProject = typedQuery<AuditOfProjectParameters, AuditOfProjectRow>(
    "audit/audit_of_project",
    ["project_id","before_time"],
    `select
    id,
    event_action,
    user_id,
    target_type,
    target_id,
    occurred_at
from audit_logs
where project_id = $1::uuid and occurred_at < $2::timestamptz
order by occurred_at desc
limit 50`,
);

export interface ApiKeyLookupParameters {
    api_key_hash: string;
}

export interface ApiKeyLookupRow {
    id: string;
    role: UserRoleEnum;
    permissions: string[];
}

/** Finds the active account an API key belongs to; every request of a machine asks this. */
export const apiKeyLookup = typedQuery<ApiKeyLookupParameters, ApiKeyLookupRow>(
    "auth/api_key_lookup",
    ["api_key_hash"],
    `select
    id,
    role,
    permissions
from users
where api_key_hash = $1::text and is_active`,
);

export interface LoginByEmailParameters {
    email: string;
}

export interface LoginByEmailRow {
    id: string;
    password_hash: string;
    role: UserRoleEnum;
    failed_login_attempts: number;
    locked_until: Date | null;
}

/** Finds the active account that belongs to an email address, with what a login has to check. */
export const loginByEmail = typedQuery<LoginByEmailParameters, LoginByEmailRow>(
    "auth/login_by_email",
    ["email"],
    `select
    id,
    password_hash,
    role,
    failed_login_attempts,
    locked_until
from users
where email = $1::text and is_active = true`,
);

export interface OrgMembersByRoleParameters {
    organization_id: string;
    role: UserRoleEnum;
}

export interface OrgMembersByRoleRow {
    id: string;
    display_name: string | null;
}

/** Lists the active members of an organisation who hold a role. */
export const orgMembersByRole = typedQuery<OrgMembersByRoleParameters, OrgMembersByRoleRow>(
    "auth/org_members_by_role",
    ["organization_id","role"],
    `select
    users.id,
    users.display_name
from
    team_memberships
    join users on users.id = team_memberships.user_id
where
    team_memberships.organization_id = $1::uuid
    and team_memberships.role = $2::user_role_enum
    and team_memberships.status = 'active'
order by users.display_name, users.id`,
);

export interface PermissionCheckParameters {
    project_id: string;
    user_id: string;
}

export interface PermissionCheckRow {
    role: UserRoleEnum;
    custom_permissions: string[];
}

/** Tells in which role a user may work on a project, by membership of its organisation. */
export const permissionCheck = typedQuery<PermissionCheckParameters, PermissionCheckRow>(
    "auth/permission_check",
    ["project_id","user_id"],
    `select
    team_memberships.role,
    team_memberships.custom_permissions
from
    projects
    join team_memberships on team_memberships.organization_id = projects.organization_id
where
    projects.id = $1::uuid
    and team_memberships.user_id = $2::uuid
    and team_memberships.status = 'active'`,
);

export interface BurnDownLiveParameters {
    project_id: string;
    as_of: Date | string;
}

export interface BurnDownLiveRow {
    day: Date | null;
    open: string | null;
}

/** Counts the open tasks of a project on each of the last thirty days, from its tasks. */
export const burnDownLive = typedQuery<BurnDownLiveParameters, BurnDownLiveRow>(
    "dashboard/burn_down_live",
    ["project_id","as_of"],
    `with
    span as (
        select
            greatest((created_at at time zone 'UTC')::date, $2::date - 30) as opened_on,
            (completed_at at time zone 'UTC')::date as closed_on
        from tasks
        where
            project_id = $1::uuid
            and created_at < ($2::date + 1)::timestamp at time zone 'UTC'
            and (
                completed_at is null
                or completed_at >= ($2::date - 30)::timestamp at time zone 'UTC'
            )
    ),
    -- Every change falls on one of these days, so they need no join to be complete.
    change as (
        select
            day::date as day,
            0 as tasks
        from generate_series($2::date - 30, $2::date::timestamp, interval '1 day') as calendar (day)
        union all
        select
            opened_on as day,
            count(*) as tasks
        from span
        group by opened_on
        union all
        select
            closed_on as day,
            -count(*) as tasks
        from span
        where closed_on <= $2::date
        group by closed_on
    )
select
    day,
    sum(sum(tasks)) over (order by day) as open
from change
group by day
order by day`,
);

export interface BurnDownSnapshotsParameters {
    project_id: string;
    as_of: Date | string;
}

export interface BurnDownSnapshotsRow {
    snapshot_date: Date;
    open: number | null;
}

/** Reads the open tasks of a project on each of the last thirty days from its daily snapshots. */
export const burnDownSnapshots = typedQuery<BurnDownSnapshotsParameters, BurnDownSnapshotsRow>(
    "dashboard/burn_down_snapshots",
    ["project_id","as_of"],
    `select
    snapshot_date,
    total_tasks - completed_tasks as open
from project_analytics
where project_id = $1::uuid and snapshot_date between $2::date - 30 and $2::date
order by snapshot_date`,
);

export interface OrgDashboardParameters {
    organization_id: string;
}

export interface OrgDashboardRow {
    project_id: string;
    total: string | null;
    done: string | null;
    blocked: string | null;
}

/** Counts the tasks of each project of an organisation by state. */
export const orgDashboard = typedQuery<OrgDashboardParameters, OrgDashboardRow>(
    "dashboard/org_dashboard",
    ["organization_id"],
    `select
    tasks.project_id,
    count(*) as total,
    count(*) filter (where tasks.status in ('completed', 'approved')) as done,
    count(*) filter (where tasks.status = 'blocked') as blocked
from
    tasks
    join projects on projects.id = tasks.project_id
where projects.organization_id = $1::uuid
group by tasks.project_id`,
);

export interface PortfolioOfADayParameters {
    day: Date | string;
}

export interface PortfolioOfADayRow {
    project_id: string;
    total_tasks: number;
    completed_tasks: number;
    risk_score: string | null;
}

/** Reads the progress and risk of every project on one day from the daily snapshots. */
export const portfolioOfADay = typedQuery<PortfolioOfADayParameters, PortfolioOfADayRow>(
    "dashboard/portfolio_of_a_day",
    ["day"],
    `select
    project_id,
    total_tasks,
    completed_tasks,
    risk_score
from project_analytics
where snapshot_date = $1::date
order by project_id`,
);

export interface ProjectDashboardParameters {
    project_id: string;
}

export interface ProjectDashboardRow {
    total: string | null;
    done: string | null;
    in_progress: string | null;
    blocked: string | null;
    estimated_hours: string | null;
    actual_hours: string | null;
}

/** Counts the tasks of a project by state and sums up its hours. */
export const projectDashboard = typedQuery<ProjectDashboardParameters, ProjectDashboardRow>(
    "dashboard/project_dashboard",
    ["project_id"],
    `select
    count(*) as total,
    count(*) filter (where status in ('completed', 'approved')) as done,
    count(*) filter (where status = 'in_progress') as in_progress,
    count(*) filter (where status = 'blocked') as blocked,
    sum(estimated_hours) as estimated_hours,
    sum(actual_hours) as actual_hours
from tasks
where project_id = $1::uuid`,
);

export interface WorkloadParameters {
    project_id: string;
}

export interface WorkloadRow {
    assigned_to: string | null;
    open: string | null;
    hours: string | null;
}

/** Sums up the open work of each person in a project, the most loaded first. */
export const workload = typedQuery<WorkloadParameters, WorkloadRow>(
    "dashboard/workload",
    ["project_id"],
    `select
    assigned_to,
    count(*) as open,
    sum(estimated_hours) as hours
from tasks
where project_id = $1::uuid and status in ('pending', 'in_progress', 'blocked')
group by assigned_to
order by hours desc nulls last, assigned_to`,
);

export interface DecisionsOfProjectParameters {
    project_id: string;
}

export interface DecisionsOfProjectRow {
    id: string;
    title: string;
    category: ArchitectureCategoryEnum;
    status: DecisionStatusEnum;
    decided_at: Date | null;
}

/** Lists the decisions of a project that hold, the latest first. */
export const decisionsOfProject = typedQuery<DecisionsOfProjectParameters, DecisionsOfProjectRow>(
    "decision/decisions_of_project",
    ["project_id"],
    `select
    id,
    title,
    category,
    status,
    decided_at
from architecture_decisions
where project_id = $1::uuid and status in ('approved', 'implemented')
order by decided_at desc, id`,
);

export interface ActiveCriticalProjectsRow {
    id: string;
    name: string;
    status: ProjectStatusEnum;
}

/** Lists the critical projects of all organisations that are being planned or carried out. */
export const activeCriticalProjects = typedQuery<object, ActiveCriticalProjectsRow>(
    "project/active_critical_projects",
    [],
    `select
    id,
    name,
    status
from projects
where status in ('planning', 'execution') and priority = 'critical'`,
);

export interface OrgProjectListParameters {
    organization_id: string;
    before_time: Date | string;
    before_id: string;
}

export interface OrgProjectListRow {
    id: string;
    name: string;
    status: ProjectStatusEnum;
    priority: PriorityEnum;
    updated_at: Date;
}

/** Pages through the unfinished projects of an organisation, the last changed first. */
export const orgProjectList = typedQuery<OrgProjectListParameters, OrgProjectListRow>(
    "project/org_project_list",
    ["organization_id","before_time","before_id"],
    `select
    id,
    name,
    status,
    priority,
    updated_at
from projects
where
    organization_id = $1::uuid
    and status <> 'completed'
    and (updated_at, id) < ($2::timestamptz, $3::uuid)
order by updated_at desc, id desc
limit 25`,
);

export interface OrgProjectsByStatusParameters {
    organization_id: string;
    status: ProjectStatusEnum;
}

export interface OrgProjectsByStatusRow {
    id: string;
    name: string;
    priority: PriorityEnum;
}

/** Lists the projects of an organisation that are in one phase, the most urgent first. */
export const orgProjectsByStatus = typedQuery<OrgProjectsByStatusParameters, OrgProjectsByStatusRow>(
    "project/org_projects_by_status",
    ["organization_id","status"],
    `select
    id,
    name,
    priority
from projects
where organization_id = $1::uuid and status = $2::project_status_enum
order by priority desc, id`,
);

export interface ProjectsBySettingParameters {
    settings: string;
}

export interface ProjectsBySettingRow {
    id: string;
    name: string;
}

/** Finds the projects that are configured in a given way. */
export const projectsBySetting = typedQuery<ProjectsBySettingParameters, ProjectsBySettingRow>(
    "project/projects_by_setting",
    ["settings"],
    `select
    id,
    name
from projects
where settings @> $1::jsonb`,
);

export interface ProjectsPastTargetParameters {
    organization_id: string;
    as_of: Date | string;
}

export interface ProjectsPastTargetRow {
    id: string;
    name: string;
    target_end_date: Date | null;
}

/** Lists the running projects of an organisation that are past their target date. */
export const projectsPastTarget = typedQuery<ProjectsPastTargetParameters, ProjectsPastTargetRow>(
    "project/projects_past_target",
    ["organization_id","as_of"],
    `select
    id,
    name,
    target_end_date
from projects
where
    organization_id = $1::uuid
    and status not in ('completed', 'cancelled')
    and target_end_date < $2::date
order by target_end_date, id`,
);

export interface CurrentRequirementsParameters {
    project_id: string;
    type: RequirementTypeEnum;
    status: RequirementStatusEnum;
}

export interface CurrentRequirementsRow {
    id: string;
    title: string;
}

/** Lists the current requirements of a project of one type and state. */
export const currentRequirements = typedQuery<CurrentRequirementsParameters, CurrentRequirementsRow>(
    "requirement/current_requirements",
    ["project_id","type","status"],
    `select
    id,
    title
from requirements
where project_id = $1::uuid and is_current_version = true and type = $2::requirement_type_enum and status = $3::requirement_status_enum
order by title, id`,
);

export interface RequirementHistoryParameters {
    project_id: string;
    before_time: Date | string;
}

export interface RequirementHistoryRow {
    id: string;
    lineage_id: string;
    version: number;
    title: string;
    status: RequirementStatusEnum;
    created_at: Date;
}

/** Pages through the requirements of a project and all their versions, the newest first. */
export const requirementHistory = typedQuery<RequirementHistoryParameters, RequirementHistoryRow>(
    "requirement/requirement_history",
    ["project_id","before_time"],
    `select
    id,
    lineage_id,
    version,
    title,
    status,
    created_at
from requirements
where project_id = $1::uuid and created_at < $2::timestamptz
order by created_at desc
limit 50`,
);

export interface RequirementsRelatedToParameters {
    requirement_id: string;
}

export interface RequirementsRelatedToRow {
    id: string;
    title: string;
    type: RequirementTypeEnum;
    status: RequirementStatusEnum;
}

/** Lists the requirements that name another one as related. */
export const requirementsRelatedTo = typedQuery<RequirementsRelatedToParameters, RequirementsRelatedToRow>(
    "requirement/requirements_related_to",
    ["requirement_id"],
    `select
    id,
    title,
    type,
    status
from requirements
where related_requirements @> array[$1::uuid] and is_current_version
order by title, id`,
);

export interface DecisionsSearchParameters {
    organization_id: string;
    words: string;
}

export interface DecisionsSearchRow {
    id: string;
    title: string;
    rank: number | null;
}

/** Finds the decisions of an organisation that have all the words, the best match first. */
export const decisionsSearch = typedQuery<DecisionsSearchParameters, DecisionsSearchRow>(
    "search/decisions_search",
    ["organization_id","words"],
    `select
    architecture_decisions.id,
    architecture_decisions.title,
    ts_rank(architecture_decisions.search_vector, search.query) as rank
from
    architecture_decisions
    join projects on projects.id = architecture_decisions.project_id
    cross join websearch_to_tsquery('english', $2::text) as search (query)
where
    architecture_decisions.search_vector @@ search.query
    and projects.organization_id = $1::uuid
order by rank desc, architecture_decisions.id
limit 20`,
);

export interface ProjectSearchParameters {
    words: string;
}

export interface ProjectSearchRow {
    id: string;
    name: string;
    rank: number | null;
}

/** Finds the projects whose name or description has all the words, the best match first. */
export const projectSearch = typedQuery<ProjectSearchParameters, ProjectSearchRow>(
    "search/project_search",
    ["words"],
    `select
    projects.id,
    projects.name,
    ts_rank(projects.search_vector, search.query) as rank
from
    projects
    cross join websearch_to_tsquery('english', $1::text) as search (query)
where projects.search_vector @@ search.query
order by rank desc, projects.id
limit 20`,
);

export interface RequirementsSearchParameters {
    organization_id: string;
    words: string;
}

export interface RequirementsSearchRow {
    id: string;
    title: string;
    rank: number | null;
}

/** Finds the current requirements of an organisation that have all the words, best match first. */
export const requirementsSearch = typedQuery<RequirementsSearchParameters, RequirementsSearchRow>(
    "search/requirements_search",
    ["organization_id","words"],
    `select
    requirements.id,
    requirements.title,
    ts_rank(requirements.search_vector, search.query) as rank
from
    requirements
    join projects on projects.id = requirements.project_id
    cross join websearch_to_tsquery('english', $2::text) as search (query)
where
    requirements.search_vector @@ search.query
    and requirements.is_current_version
    and projects.organization_id = $1::uuid
order by rank desc, requirements.id
limit 20`,
);

export interface TasksSearchInOrgParameters {
    organization_id: string;
    words: string;
}

export interface TasksSearchInOrgRow {
    id: string;
    title: string;
    rank: number | null;
}

/** Finds the tasks of an organisation that have all the words, the best match first. */
export const tasksSearchInOrg = typedQuery<TasksSearchInOrgParameters, TasksSearchInOrgRow>(
    "search/tasks_search_in_org",
    ["organization_id","words"],
    `select
    tasks.id,
    tasks.title,
    ts_rank(tasks.search_vector, search.query) as rank
from
    tasks
    join projects on projects.id = tasks.project_id
    cross join websearch_to_tsquery('english', $2::text) as search (query)
where tasks.search_vector @@ search.query and projects.organization_id = $1::uuid
order by rank desc, tasks.id
limit 20`,
);

export interface TasksSearchInProjectParameters {
    project_id: string;
    words: string;
}

export interface TasksSearchInProjectRow {
    id: string;
    title: string;
    rank: number | null;
}

/** Finds the tasks of a project that have all the words, the best match first. */
export const tasksSearchInProject = typedQuery<TasksSearchInProjectParameters, TasksSearchInProjectRow>(
    "search/tasks_search_in_project",
    ["project_id","words"],
    `select
    tasks.id,
    tasks.title,
    ts_rank(tasks.search_vector, search.query) as rank
from
    tasks
    cross join websearch_to_tsquery('english', $2::text) as search (query)
where tasks.search_vector @@ search.query and tasks.project_id = $1::uuid
order by rank desc, tasks.id
limit 20`,
);

export interface UserSearchParameters {
    words: string;
}

export interface UserSearchRow {
    id: string;
    username: string;
    display_name: string | null;
    rank: number | null;
}

/** Finds people while their name is being typed, the best match first. */
export const userSearch = typedQuery<UserSearchParameters, UserSearchRow>(
    "search/user_search",
    ["words"],
    `select
    users.id,
    users.username,
    users.display_name,
    ts_rank(users.search_vector, search.query) as rank
from
    users
    cross join lateral (
        select (websearch_to_tsquery('simple', $1::text)::text || ':*')::tsquery
    ) as search (query)
where users.search_vector @@ search.query and users.is_active
order by rank desc, users.id
limit 20`,
);

export interface MyUpcomingSessionsParameters {
    user_id: string;
    as_of: Date | string;
}

export interface MyUpcomingSessionsRow {
    id: string;
    title: string;
    scheduled_start: Date;
}

/** Lists the next meetings that a person is invited to. */
export const myUpcomingSessions = typedQuery<MyUpcomingSessionsParameters, MyUpcomingSessionsRow>(
    "session/my_upcoming_sessions",
    ["user_id","as_of"],
    `select
    collaboration_sessions.id,
    collaboration_sessions.title,
    collaboration_sessions.scheduled_start
from
    session_participants
    join collaboration_sessions on collaboration_sessions.id = session_participants.session_id
where
    session_participants.user_id = $1::uuid
    and session_participants.status in ('invited', 'accepted')
    and collaboration_sessions.status = 'scheduled'
    and collaboration_sessions.scheduled_start >= $2::timestamptz
order by collaboration_sessions.scheduled_start, collaboration_sessions.id
limit 20`,
);

export interface ProjectUpcomingSessionsParameters {
    project_id: string;
    as_of: Date | string;
}

export interface ProjectUpcomingSessionsRow {
    id: string;
    title: string;
    scheduled_start: Date;
}

/** Lists the next meetings of a project. */
export const projectUpcomingSessions = typedQuery<ProjectUpcomingSessionsParameters, ProjectUpcomingSessionsRow>(
    "session/project_upcoming_sessions",
    ["project_id","as_of"],
    `select
    id,
    title,
    scheduled_start
from collaboration_sessions
where project_id = $1::uuid and scheduled_start >= $2::timestamptz
order by scheduled_start, id
limit 20`,
);

export interface BoardColumnParameters {
    project_id: string;
    status: TaskStatusEnum;
}

export interface BoardColumnRow {
    id: string;
    title: string;
    priority: PriorityEnum;
    assigned_to: string | null;
}

/** Fills one column of a project's board, the most urgent tasks first. */
export const boardColumn = typedQuery<BoardColumnParameters, BoardColumnRow>(
    "task/board_column",
    ["project_id","status"],
    `select
    id,
    title,
    priority,
    assigned_to
from tasks
where project_id = $1::uuid and status = $2::task_status_enum
order by priority desc, id
limit 100`,
);

export interface IncompleteByPriorityParameters {
    project_id: string;
    before_priority: PriorityEnum;
    before_time: Date | string;
    before_id: string;
}

export interface IncompleteByPriorityRow {
    id: string;
    title: string;
    priority: PriorityEnum;
    created_at: Date;
}

/** Pages through the unfinished tasks of a project, the most urgent and newest first. */
export const incompleteByPriority = typedQuery<IncompleteByPriorityParameters, IncompleteByPriorityRow>(
    "task/incomplete_by_priority",
    ["project_id","before_priority","before_time","before_id"],
    `select
    id,
    title,
    priority,
    created_at
from tasks
where
    project_id = $1::uuid
    and status in ('pending', 'in_progress', 'blocked')
    and (priority, created_at, id) < ($2::priority_enum, $3::timestamptz, $4::uuid)
order by priority desc, created_at desc, id desc
limit 50`,
);

export interface MyOpenTasksParameters {
    user_id: string;
}

export interface MyOpenTasksRow {
    id: string;
    title: string;
    status: TaskStatusEnum;
    priority: PriorityEnum;
    project_id: string;
}

/** Lists the open tasks of a person, the most urgent first. */
export const myOpenTasks = typedQuery<MyOpenTasksParameters, MyOpenTasksRow>(
    "task/my_open_tasks",
    ["user_id"],
    `select
    id,
    title,
    status,
    priority,
    project_id
from tasks
where assigned_to = $1::uuid and status in ('pending', 'in_progress', 'blocked', 'needs_review')
order by priority desc, created_at, id
limit 50`,
);

export interface OverdueTasksParameters {
    project_id: string;
    today: Date | string;
}

export interface OverdueTasksRow {
    id: string;
    title: string;
    priority: PriorityEnum;
    assigned_to: string | null;
    due_date: Date | null;
}

/** Lists the unfinished tasks of a project past their promised day, the longest overdue first. */
export const overdueTasks = typedQuery<OverdueTasksParameters, OverdueTasksRow>(
    "task/overdue_tasks",
    ["project_id","today"],
    `select
    id,
    title,
    priority,
    assigned_to,
    due_date
from tasks
where
    project_id = $1::uuid
    and due_date < $2::date
    and status not in ('completed', 'cancelled', 'approved', 'rejected')
order by due_date, id
limit 50`,
);

export interface ProjectTasksNewestParameters {
    project_id: string;
    before_time: Date | string;
    before_id: string;
}

export interface ProjectTasksNewestRow {
    id: string;
    title: string;
    status: TaskStatusEnum;
    created_at: Date;
}

/** Pages through all tasks of a project, the newest first. */
export const projectTasksNewest = typedQuery<ProjectTasksNewestParameters, ProjectTasksNewestRow>(
    "task/project_tasks_newest",
    ["project_id","before_time","before_id"],
    `select
    id,
    title,
    status,
    created_at
from tasks
where project_id = $1::uuid and (created_at, id) < ($2::timestamptz, $3::uuid)
order by created_at desc, id desc
limit 50`,
);

export interface RootTasksParameters {
    project_id: string;
}

export interface RootTasksRow {
    id: string;
    title: string;
    sequence_order: number | null;
}

/** Lists the top level of a project's task tree in its planned order. */
export const rootTasks = typedQuery<RootTasksParameters, RootTasksRow>(
    "task/root_tasks",
    ["project_id"],
    `select
    id,
    title,
    sequence_order
from tasks
where project_id = $1::uuid and parent_task_id is null
order by sequence_order, id
limit 100`,
);

export interface TaskBreadcrumbParameters {
    task_id: string;
}

export interface TaskBreadcrumbRow {
    id: string | null;
    title: string | null;
    distance: number | null;
}

/** Reads the path from the top of the task tree down to a task. */
export const taskBreadcrumb = typedQuery<TaskBreadcrumbParameters, TaskBreadcrumbRow>(
    "task/task_breadcrumb",
    ["task_id"],
    `with recursive
    ancestor as (
        select
            id,
            parent_task_id,
            title,
            0 as distance
        from tasks
        where id = $1::uuid
        union all
        select
            parent.id,
            parent.parent_task_id,
            parent.title,
            ancestor.distance + 1
        from
            ancestor
            join tasks as parent on parent.id = ancestor.parent_task_id
        where ancestor.distance < 50
    )
select
    id,
    title,
    distance
from ancestor
order by distance desc`,
);

export interface TaskByExternalRefParameters {
    custom_fields: string;
}

export interface TaskByExternalRefRow {
    id: string;
    title: string;
}

/** Finds the task that another system knows under its own reference. */
export const taskByExternalRef = typedQuery<TaskByExternalRefParameters, TaskByExternalRefRow>(
    "task/task_by_external_ref",
    ["custom_fields"],
    `select
    id,
    title
from tasks
where custom_fields @> $1::jsonb`,
);

export interface TaskChildrenParameters {
    task_id: string;
}

export interface TaskChildrenRow {
    id: string;
    title: string;
    status: TaskStatusEnum;
    sequence_order: number | null;
}

/** Lists the direct subtasks of a task in their planned order. */
export const taskChildren = typedQuery<TaskChildrenParameters, TaskChildrenRow>(
    "task/task_children",
    ["task_id"],
    `select
    id,
    title,
    status,
    sequence_order
from tasks
where parent_task_id = $1::uuid
order by sequence_order, id`,
);

export interface TaskPredecessorsParameters {
    project_id: string;
    task_id: string;
}

export interface TaskPredecessorsRow {
    id: string;
    title: string;
    status: TaskStatusEnum;
    kind: TaskDependencyKindEnum;
}

/** Lists the tasks that one task waits for, with how far they are. */
export const taskPredecessors = typedQuery<TaskPredecessorsParameters, TaskPredecessorsRow>(
    "task/task_predecessors",
    ["project_id","task_id"],
    `select
    tasks.id,
    tasks.title,
    tasks.status,
    task_dependencies.kind
from
    task_dependencies
    join tasks on tasks.id = task_dependencies.predecessor_id
where task_dependencies.project_id = $1::uuid and task_dependencies.successor_id = $2::uuid
order by tasks.id`,
);

export interface TaskSubtreeParameters {
    task_id: string;
}

export interface TaskSubtreeRow {
    id: string | null;
    title: string | null;
    status: TaskStatusEnum | null;
    depth: number | null;
}

/** Reads a task with everything below it, level by level. */
export const taskSubtree = typedQuery<TaskSubtreeParameters, TaskSubtreeRow>(
    "task/task_subtree",
    ["task_id"],
    `with recursive
    subtree as (
        select
            id,
            parent_task_id,
            title,
            status,
            0 as depth
        from tasks
        where id = $1::uuid
        union all
        select
            child.id,
            child.parent_task_id,
            child.title,
            child.status,
            subtree.depth + 1
        from
            subtree
            join tasks as child on child.parent_task_id = subtree.id
        where subtree.depth < 50
    ) cycle id set is_cycle using path
select
    id,
    title,
    status,
    depth
from subtree
where not is_cycle`,
);

export interface TasksByTagParameters {
    project_id: string;
    tags: readonly string[];
}

export interface TasksByTagRow {
    id: string;
    title: string;
}

/** Lists the tasks of a project that carry a tag. */
export const tasksByTag = typedQuery<TasksByTagParameters, TasksByTagRow>(
    "task/tasks_by_tag",
    ["project_id","tags"],
    `select
    id,
    title
from tasks
where project_id = $1::uuid and tags @> $2::text[]`,
);
