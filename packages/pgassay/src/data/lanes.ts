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
    tasks: Iterable<Task>,
    work: (client: pg.Client, task: Task, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
    const stop = new AbortController();
    const waiting = tasks[Symbol.iterator]();
    let taken = 0;
    const results: Result[] = [];
    const failures: unknown[] = [];
    await Promise.all(
        lanes.map(async (client) => {
            while (!stop.signal.aborted) {
                const { value: task, done } = waiting.next();
                if (done === true) return;
                const place = taken++;
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
