import type pg from "pg";

/**
 * Does a list of tasks on some connections: each takes the next task as soon as it has finished one. After a failure
 * nothing new is begun, and what is under way is told to stop.
 *
 * @returns what the tasks returned, in their order
 * @throws the first error, when all connections have come to rest
 */
export async function onLanes<Task, Result>(
    lanes: readonly pg.Client[],
    tasks: readonly Task[],
    work: (client: pg.Client, task: Task, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
    const stop = new AbortController();
    const waiting = tasks.entries();
    const results: Result[] = [];
    const failures: unknown[] = [];
    await Promise.all(
        lanes.map(async (client) => {
            for (const [place, task] of waiting) {
                if (stop.signal.aborted) return;
                try {
                    results[place] = await work(client, task, stop.signal);
                } catch (error) {
                    failures.push(error);
                    stop.abort();
                }
            }
        }),
    );
    if (failures.length > 0) throw failures[0];
    return results;
}
