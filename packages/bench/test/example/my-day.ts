import { myOpenTasks, type MyOpenTasksRow, type Queryable } from "@bduf/bench";

/** What somebody might begin with: the most urgent of the open tasks that are not blocked. */
export async function nextTask(client: Queryable, userId: string): Promise<MyOpenTasksRow | undefined> {
    const tasks = await myOpenTasks.run(client, { user_id: userId });
    return tasks.find(({ status }) => status !== "blocked");
}
