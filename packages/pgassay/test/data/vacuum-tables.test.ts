import type pg from "pg";
import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { vacuumTables } from "../../src/data/vacuum-tables.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

const tables = [
    { name: "small", rows: 10, ms: 0 },
    { name: "large", rows: 5_000, ms: 0 },
    { name: "middling", rows: 400, ms: 0 },
];

/** Makes the tables, and hands over two connections. */
async function withTables(
    database: Database,
    use: (lanes: readonly [pg.Client, pg.Client]) => Promise<void>,
): Promise<void> {
    await withClient(database, (one) =>
        withClient(database, async (two) => {
            for (const { name, rows } of tables) {
                await one.query(`create table ${name} as select generate_series(1, ${rows}) as number`);
            }
            await use([one, two]);
        }),
    );
}

/** Tables whose pages are not all visible, or that have no statistics. */
async function unfinished(client: pg.Client): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select relname as name
         from pg_class
         where
             relname = any ($1)
             and (
                 relallvisible < relpages
                 or relpages = 0
                 or not exists (select from pg_stats where tablename = relname)
             )
         order by 1`,
        [tables.map(({ name }) => name)],
    );
    return rows.map(({ name }) => name);
}

describe("vacuumTables", () => {
    it("leaves alone what the first connection needs yet, and finishes it afterwards", async ({ database }) => {
        await withTables(database, async (lanes) => {
            const begun: string[] = [];
            let release = (): void => {};
            const othersDone = new Promise<void>((resolve) => (release = resolve));
            let isNeeded = true;
            let begunMeanwhile: string[] = [];
            await vacuumTables(lanes, tables, {
                progress: silent,
                attempt: async (tried, work) => {
                    begun.push(tried);
                    const result = await work();
                    if (tried.endsWith("middling")) release();
                    return result;
                },
                meanwhile: {
                    needs: (table) => table === "large" && isNeeded,
                    work: async (client) => {
                        await client.query("begin; lock table large in share row exclusive mode");
                        await othersDone;
                        begunMeanwhile = [...begun];
                        await client.query("commit");
                        isNeeded = false;
                    },
                },
            });
            expect(begunMeanwhile).toContain("vacuum and analyze table middling");
            expect(begunMeanwhile).not.toContain("vacuum and analyze table large");
            expect(await unfinished(lanes[0])).toEqual([]);
        });
    });

    it("begins with the largest", async ({ database }) => {
        await withTables(database, async ([client]) => {
            const begun: string[] = [];
            await vacuumTables([client], tables, {
                progress: silent,
                attempt: (tried, work) => {
                    begun.push(tried);
                    return work();
                },
            });
            expect(begun.slice(1).map((tried) => tried.split(" ").at(-1))).toEqual(["large", "middling", "small"]);
        });
    });

    it("stops when the first connection fails, and passes its error on", async ({ database }) => {
        await withTables(database, async (lanes) => {
            const vacuumed = vacuumTables(lanes, tables, {
                progress: silent,
                attempt: (_, work) => work(),
                meanwhile: { needs: () => false, work: () => Promise.reject(new RangeError("a row is wrong")) },
            });
            await expect(vacuumed).rejects.toThrow(new RangeError("a row is wrong"));
            expect(await unfinished(lanes[0])).toContain("small");
        });
    });
});
