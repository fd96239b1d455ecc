import type { ConfigInput } from "pgassay";

/** The user for whom a transaction acts; without one, row-level security shows nothing. */
const as = (user: string): { readonly "bduf.user_id": string } => ({ "bduf.user_id": user });

const memberOfProject = `
    select membership.user_id
    from projects
    join team_memberships as membership on membership.organization_id = projects.organization_id
    join users on users.id = membership.user_id
    where projects.id = :project_id and membership.status = 'active' and users.is_active
    order by membership.user_id
    limit 1`;

const memberOfProjectOfTask = memberOfProject.replace(
    "projects.id = :project_id",
    "projects.id = (select project_id from tasks where tasks.id = :task_id)",
);

const memberOfOrganization = `
    select membership.user_id
    from team_memberships as membership
    join users on users.id = membership.user_id
    where membership.organization_id = :organization_id and membership.status = 'active' and users.is_active
    order by membership.user_id
    limit 1`;

/**
 * What people do with the product, as shares of a hundred requests. Most look at tasks: a board, their own list, one
 * task with its neighbourhood. Every page asks first what its user may do. Ten of a hundred write, which is a lot: writes
 * are what contends. The answers of reads must not follow from these writes, or nobody could say whether they are right:
 * no list here shows a task that has just been created and is not assigned to anybody, or the newest entry of a feed.
 */
export const stressMix: NonNullable<ConfigInput["stress"]> = {
    role: "bduf_app",
    mix: [
        { query: "auth/permission_check#member", weight: 20, settings: as("select :user_id") },
        { query: "task/board_column", weight: 16, settings: as(memberOfProject) },
        { query: "task/my_open_tasks", weight: 14, settings: as("select :user_id") },
        { query: "task/task_children", weight: 8, settings: as(memberOfProjectOfTask) },
        { query: "task/task_breadcrumb", weight: 6, settings: as(memberOfProjectOfTask) },
        { query: "task/task_predecessors", weight: 4, settings: as(memberOfProject) },
        { query: "task/overdue_tasks", weight: 4, settings: as(memberOfProject) },
        { query: "project/org_project_list", weight: 5, settings: as(memberOfOrganization) },
        { query: "approval/votes_waiting_for_me#hot", weight: 4, settings: as("select :user_id") },
        { query: "session/my_upcoming_sessions", weight: 4, settings: as("select :user_id") },
        { query: "activity/user_feed", weight: 3, settings: as("select :user_id") },
        { query: "search/tasks_search_in_project", weight: 2, settings: as(memberOfProject) },
        {
            query: "activity/log_activity",
            weight: 6,
            settings: as("select :user_id"),
            proof: `select count(*) from user_activities
                    where project_id = :project_id and user_id = :user_id and action = 'task.measured'`,
        },
        {
            query: "task/create_task",
            weight: 4,
            settings: as("select :actor_id"),
            proof: "select count(*) from tasks where project_id = :project_id and created_by = :actor_id",
        },
    ],
};
