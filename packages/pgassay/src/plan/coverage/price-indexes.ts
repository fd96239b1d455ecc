import type { IndexCoverage, ProposedIndex } from "../../core/index-coverage.ts";
import type { Progress } from "../../core/progress.ts";
import { withClient } from "../../server/client.ts";
import type { Database } from "../../server/cluster.ts";
import { useExtension } from "../../server/extension.ts";
import { inPlanningSession } from "../explain.ts";
import type { Coverage } from "./index-coverage.ts";
import { writeCosts } from "./write-cost.ts";

/**
 * Tells what each index adds to the write-ahead log, those that are only proposed too. They are made for good by the
 * statements that are proposed, for what a transaction makes itself it need not log.
 *
 * @param database the caller's own, to be dropped: with the rows that the coverage was found with
 */
export async function priceIndexes(database: Database, coverage: Coverage, progress: Progress): Promise<Coverage> {
    progress.step("write rows of each table");
    await withClient(database, async (client) => {
        for (const { definition } of coverage.proposed) await client.query(definition);
    });
    const all = [...coverage.indexes, ...coverage.proposed];
    const tables = new Map<string, (IndexCoverage | ProposedIndex)[]>();
    for (const index of all) {
        const table = JSON.stringify([index.schema, index.table]);
        tables.set(table, [...(tables.get(table) ?? []), index]);
    }
    const costs = new Map<IndexCoverage | ProposedIndex, number>();
    await inPlanningSession(database, [], async (client) => {
        await useExtension(client, "pg_walinspect");
        let done = 0;
        for (const ofTable of tables.values()) {
            const bytes = await writeCosts(client, ofTable);
            for (const index of ofTable) {
                const cost = bytes.get(index.name);
                if (cost !== undefined) costs.set(index, cost);
            }
            done += ofTable.length;
            progress.advance(done, all.length, "index");
        }
    });
    const priced = <T extends IndexCoverage | ProposedIndex>(index: T): T => {
        const walBytesPerRow = costs.get(index);
        return walBytesPerRow === undefined ? index : { ...index, walBytesPerRow };
    };
    return { ...coverage, indexes: coverage.indexes.map(priced), proposed: coverage.proposed.map(priced) };
}
