import type { Database } from "../../server/cluster.ts";
import type { Lane } from "./lane.ts";
import { OperationPool } from "./operation-pool.ts";

/**
 * Clients that execute operations through a pool of this very process, for as long as `use` takes: what a service does,
 * without HTTP.
 */
export async function withPgLanes<T>(
    database: Database,
    poolSize: number,
    count: number,
    use: (lanes: readonly Lane[], pool: OperationPool) => Promise<T>,
): Promise<T> {
    const pool = new OperationPool(database, poolSize);
    const lane: Lane = {
        send: async (operation) => ({ answer: await pool.run(operation), atMs: performance.now() }),
    };
    try {
        return await use(
            Array.from({ length: count }, () => lane),
            pool,
        );
    } finally {
        await pool.end();
    }
}
