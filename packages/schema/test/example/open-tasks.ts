import type { ProjectsId, TaskStatusEnum, Tasks, TasksInitializer } from "@bduf/schema";
import type { Client } from "pg";

type OpenTask = Pick<Tasks, "id" | "title" | "status" | "estimated_hours">;

const open = ["pending", "in_progress", "blocked"] as const satisfies readonly TaskStatusEnum[];

/** The tasks of a project on which there is still something to do, the most urgent first. */
export async function openTasks(client: Client, project: ProjectsId): Promise<OpenTask[]> {
    const { rows } = await client.query<OpenTask>(
        `select id, title, status, estimated_hours
        from public.tasks
        where project_id = $1 and status = any ($2::public.task_status_enum[])
        order by priority desc, created_at`,
        [project, open],
    );
    return rows;
}

/** Hours of a list of tasks. A `numeric` comes as text, so that no digit is lost; here a rounded sum will do. */
export function estimatedHours(tasks: readonly OpenTask[]): number {
    return tasks.reduce((sum, { estimated_hours }) => sum + Number(estimated_hours ?? 0), 0);
}

/** What has a default in the database may be left out of an insert. */
export const draft: Pick<TasksInitializer, "title" | "priority"> = { title: "Write it down first", priority: "high" };
