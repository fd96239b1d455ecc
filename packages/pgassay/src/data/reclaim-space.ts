import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

/**
 * Gives back the disk space of rows that were rolled back: the files of the tables are as large as if they were there.
 * It is worth a try only, as the reason of the failure may be that there is no server any more.
 */
export async function reclaimSpace(database: Database, tables: readonly string[]): Promise<void> {
    try {
        await withClient(database, async (client) => {
            for (const table of tables) await client.query(`vacuum ${quoteName("public", table)}`);
        });
    } catch {
        // What failed before is what the caller has to know.
    }
}
