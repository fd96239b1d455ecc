import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

/** How long to wait for others who use a table, which is not worth much. */
const lockTimeoutMs = 5_000;

/**
 * Gives back the disk space of rows that were rolled back: tables and indexes are as large as if they were there, and
 * an ordinary VACUUM leaves indexes so. A disk without a single free block has no room for this either.
 *
 * It is worth a try only, as the reason of the failure may be that there is no server any more.
 */
export async function reclaimSpace(database: Database, tables: readonly string[]): Promise<void> {
    try {
        await withClient(database, async (client) => {
            await client.query(`set lock_timeout = ${lockTimeoutMs}`);
            for (const table of tables) {
                // What fails for one table may do for the next.
                await client.query(`vacuum full ${quoteName("public", table)}`).catch(() => {});
            }
        });
    } catch {
        // What failed before is what the caller has to know.
    }
}
