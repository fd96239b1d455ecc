import { withClient } from "../../server/client.ts";
import type { Database } from "../../server/cluster.ts";
import { applicationName } from "./operation-pool.ts";

/** How often backends are looked at, in milliseconds. */
const everyMs = 100;

/** What backends waited for. */
export interface BackendWait {
    /** Type and name, as PostgreSQL calls them: `Lock:transactionid`. */
    readonly event: string;
    /** Backends that waited for it when they were looked at, on average. */
    readonly backends: number;
}

/**
 * Looks again and again at the backends under load, while `use` takes place.
 *
 * @returns what `use` returned, and what the backends waited for, the most frequent first; not for their clients
 */
export async function watchBackends<T>(
    database: Database,
    use: () => Promise<T>,
): Promise<{ readonly result: T; readonly waits: readonly BackendWait[] }> {
    return withClient(database, async (client) => {
        const seen = new Map<string, number>();
        let looks = 0;
        let isOver = false;
        const look = async (): Promise<void> => {
            while (!isOver) {
                const { rows } = await client.query<{ event: string; backends: number }>(
                    `select wait_event_type || ':' || wait_event as event, count(*)::int as backends
                     from pg_catalog.pg_stat_activity
                     where
                         datname = current_database()
                         and application_name = $1
                         and state = 'active'
                         and wait_event_type <> 'Client'
                     group by 1`,
                    [applicationName],
                );
                looks++;
                for (const { event, backends } of rows) seen.set(event, (seen.get(event) ?? 0) + backends);
                await new Promise((resolve) => setTimeout(resolve, everyMs));
            }
        };
        const looking = look();
        // An error of the watch is told when the load is over, which must not end before its answers are there.
        looking.catch(() => {});
        const result = await use().finally(() => (isOver = true));
        await looking;
        const waits = [...seen].map(([event, backends]) => ({ event, backends: backends / looks }));
        return { result, waits: waits.toSorted((a, b) => b.backends - a.backends) };
    });
}

/** Deadlocks in a database since it was made, as far as backends that have ended saw them. */
export async function countDeadlocks(database: Database): Promise<number> {
    return withClient(database, async (client) => {
        const { rows } = await client.query<{ deadlocks: number }>(
            `select deadlocks::int as deadlocks
             from pg_catalog.pg_stat_database
             where datname = current_database()`,
        );
        return rows[0]?.deadlocks ?? 0;
    });
}
