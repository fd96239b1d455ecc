import type pg from "pg";
import { describe, expect } from "vitest";
import { copyAndIndex, type Filling } from "../../src/data/copy-and-index.ts";
import type { DroppedIndex } from "../../src/data/indexes.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

/** Fills a table with so many rows, once `when` is over. */
function filling(table: string, rows: number, events: string[], when?: Promise<void>): Filling {
    return {
        table,
        copy: async (client) => {
            await when;
            await client.query(`insert into ${table} select generate_series(1, ${rows})`);
            events.push(`filled ${table}`);
            return { name: table, rows, ms: 0 };
        },
    };
}

function indexOf(table: string): DroppedIndex {
    return {
        schema: "public",
        table,
        name: `${table}_idx`,
        definition: `create index ${table}_idx on ${table} (number)`,
        comment: null,
        tablespace: null,
        isClustered: false,
        isReplicaIdentity: false,
        targets: null,
    };
}

/** Two connections, and what writes down which indexes are built. */
async function withLanes(
    database: Database,
    events: string[],
    use: (lanes: readonly [pg.Client, pg.Client], options: Parameters<typeof copyAndIndex>[3]) => Promise<void>,
): Promise<void> {
    await withClient(database, (one) =>
        withClient(database, async (two) => {
            await one.query("create table a (number integer); create table b (number integer)");
            await use([one, two], {
                build: async (client, { name, definition }) => {
                    await client.query(definition);
                    events.push(`built ${name}`);
                },
                onCopied: async () => void events.push("copied"),
                onBuilt: (built) => void events.push(`${built} indexes`),
            });
        }),
    );
}

describe("copyAndIndex", () => {
    it("builds the indexes of a table that is filled while another one is being filled", async ({ database }) => {
        const events: string[] = [];
        await withLanes(database, events, async (lanes, options) => {
            let release = (): void => {};
            const isBuilt = new Promise<void>((resolve) => (release = resolve));
            const loaded = await copyAndIndex(
                lanes,
                [filling("a", 10, events, isBuilt), filling("b", 20, events)],
                [indexOf("a"), indexOf("b")],
                {
                    ...options,
                    build: async (client, index) => {
                        await options.build(client, index);
                        release();
                    },
                },
            );
            expect(loaded.map(({ name, rows }) => [name, rows])).toEqual([
                ["a", 10],
                ["b", 20],
            ]);
        });
        const expected = ["filled b", "built b_idx", "filled a", "copied", "1 indexes", "built a_idx", "2 indexes"];
        expect(events).toEqual(expected);
    });

    it("waits for all that fills a table, and has one connection fill everything first", async ({ database }) => {
        const events: string[] = [];
        await withLanes(database, events, async ([lane], options) => {
            const fillings = [filling("a", 10, events), filling("b", 20, events), filling("a", 5, events)];
            await copyAndIndex([lane], fillings, [indexOf("a"), indexOf("b")], options);
        });
        expect(events.slice(0, 4)).toEqual(["filled a", "filled b", "filled a", "copied"]);
        expect(events).toContain("built a_idx");
        expect(events.at(-1)).toBe("2 indexes");
    });

    it("begins nothing more when something has failed", async ({ database }) => {
        const events: string[] = [];
        await withLanes(database, events, async (lanes, options) => {
            const failing: Filling = {
                table: "a",
                copy: async (client) => {
                    await client.query("select 1 / 0");
                    throw new Error("that was to fail");
                },
            };
            const fillings = [failing, filling("b", 20, events)];
            const work = copyAndIndex(lanes, fillings, [indexOf("a")], options);
            await expect(work).rejects.toThrow("division by zero");
        });
        expect(events).not.toContain("built a_idx");
    });
});
