import type pg from "pg";
import type { Progress } from "../core/progress.ts";
import type { LoadedTable } from "./copy-in.ts";
import { onLanes } from "./lanes.ts";
import { settleTransactions } from "./settle-transactions.ts";
import { vacuumAndAnalyze } from "./vacuum.ts";

/** Something that one connection does. */
type Step = (client: pg.Client) => Promise<void>;

export interface VacuumOptions {
    readonly progress: Progress;
    /** Says of an error what was being done. */
    readonly attempt: <T>(tried: string, work: () => Promise<T>) => Promise<T>;
    /** What the first connection has to do yet, while the others begin. */
    readonly meanwhile?: {
        readonly work: Step;
        /** Whether it will lock a table yet, and so had to wait for whoever vacuums that. */
        readonly needs: (table: string) => boolean;
    };
}

/**
 * Vacuums and analyzes tables whose rows are committed, on several connections. The largest are done first, so that all
 * connections finish at about the same time; but those that the first connection needs yet have to wait.
 */
export async function vacuumTables(
    lanes: readonly [pg.Client, ...pg.Client[]],
    tables: readonly LoadedTable[],
    { progress, attempt, meanwhile }: VacuumOptions,
): Promise<void> {
    const waiting = tables.toSorted((a, b) => b.rows - a.rows);
    let isMeanwhile = meanwhile !== undefined;
    let done = 0;
    const report = (): void => {
        if (!isMeanwhile) progress.advance(done, tables.length, "table");
    };
    const begin = (): void => {
        isMeanwhile = false;
        progress.step("vacuum and analyze");
        if (done > 0) report();
    };
    const next = (): LoadedTable | undefined => {
        const free = isMeanwhile ? waiting.findIndex(({ name }) => meanwhile?.needs(name) !== true) : 0;
        // If there is none, the last: as the smallest it is soon done.
        return waiting.splice(free, 1)[0];
    };
    function* steps(): Generator<Step> {
        if (meanwhile !== undefined) yield (client) => meanwhile.work(client).then(begin);
        for (let table = next(); table !== undefined; table = next()) {
            const { name, rows } = table;
            yield async (client) => {
                await attempt(`vacuum and analyze table ${name}`, () => vacuumAndAnalyze(client, name, rows));
                done++;
                report();
            };
        }
    }
    progress.step("wait for older transactions");
    await attempt("wait for older transactions", async () => {
        // From here on connections wait for each other, as long as it takes to vacuum a table.
        for (const client of lanes) await client.query("set lock_timeout = 0");
        await settleTransactions(lanes[0]);
    });
    if (meanwhile === undefined) begin();
    await onLanes(lanes, steps(), (client, step) => step(client));
}
