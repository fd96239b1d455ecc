import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { silent } from "../../../src/core/progress.ts";
import { acceptPlans } from "../../../src/plan/golden/accept.ts";
import { readGoldens } from "../../../src/plan/golden/golden-files.ts";
import { judgePlans } from "../../../src/plan/golden/judge.ts";
import type { Judgement } from "../../../src/plan/golden/judge.ts";
import { planAfter } from "../../../src/plan/explain.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database, Recipe } from "../../../src/server/cluster.ts";
import { fillAndVacuum } from "../../data/fill-and-vacuum.ts";
import { queryOf } from "../query-of.ts";
import { test as base } from "../shop.ts";
import { planRun, withGoldens } from "./accepted.ts";

/** Two columns alike, each with its index; more rows than ANALYZE looks at, so that it never finds the same twice. */
const schema = `
    create table item (left_code int not null, right_code int not null, note text not null);
    insert into item
    select abs(hashint4(n)) % 2000, abs(hashint4(-n)) % 2000, repeat('-', 200)
    from generate_series(1, 60000) as n;
    create index item_left_idx on item (left_code);
    create index item_right_idx on item (right_code);`;

const recipe: Recipe = {
    name: "plan-tie",
    inputs: [schema, "settled"],
    build: (database) => withClient(database, (client) => fillAndVacuum(client, schema)),
};

const test = base.extend<{ withItems: <T>(use: (database: Database) => Promise<T>) => Promise<T> }>({
    withItems: async ({ cluster }, use) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        await use((inItems) =>
            cluster.withClone(template, async (database) => {
                // A plan that reads both indexes would be no tie.
                await change(database, `alter database "${database.name}" set enable_bitmapscan = off`);
                return inItems(database);
            }),
        );
    },
});

/**
 * Fewer rows have this code, left (19) and right (15), than the least common value that ANALYZE ever lists has in its
 * sample (22): were it listed for one column and not for the other, this once, the indexes would not serve equally well.
 */
const neverCommon = 1213;

const query = {
    ...queryOf(`select note from item where left_code = ${neverCommon} and right_code = ${neverCommon}`, {
        id: "item/both",
    }),
    cases: [{ name: "typical", arguments: [], budget: { buffers: 1_000_000 }, mayBeEmpty: true }],
} as const;

const times = 20;

async function judge(database: Database, directory: string): Promise<Judgement["results"][number]> {
    const { results } = await judgePlans(await readGoldens(directory), await planRun(database, [query]));
    const [result] = results;
    if (!result) throw new Error("no result");
    return result;
}

async function change(database: Database, ...statements: string[]): Promise<void> {
    await withClient(database, async (client) => {
        for (const statement of statements) await client.query(statement);
    });
}

/** Accepts the plan, and removes the plans that are as good where the test is about finding them again. */
async function accept(database: Database, directory: string, keepsAlternatives: boolean): Promise<void> {
    await acceptPlans(directory, await planRun(database, [query]), undefined);
    if (keepsAlternatives) return;
    const file = join(directory, "item/both.plan");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replaceAll(/^or:\n(?: {4}.*\n)+/gm, ""));
}

describe("two indexes that serve equally well", () => {
    test.for([true, false])("are a tie however often they are analyzed (recorded: %s)", (isRecorded, { withItems }) =>
        withItems((database) =>
            withGoldens(async (directory) => {
                await accept(database, directory, isRecorded);
                const outcomes = new Set<string>();
                const found = new Set<string>();
                for (let i = 0; i < times; i++) {
                    await change(database, "analyze item");
                    const { golden, findings } = await judge(database, directory);
                    outcomes.add(golden);
                    for (const { code, severity } of findings) found.add(`${severity} ${code}`);
                }
                expect([...outcomes].toSorted()).toEqual(["accepted", "tied"]);
                expect([...found]).toEqual(isRecorded ? [] : ["warning plan-tied"]);
            }),
        ),
    );

    test("are missed every time when both are gone", ({ withItems }) =>
        withItems((database) =>
            withGoldens(async (directory) => {
                await accept(database, directory, true);
                await change(database, "drop index item_left_idx, item_right_idx");
                for (let i = 0; i < times; i++) {
                    await change(database, "analyze item");
                    expect(await judge(database, directory)).toMatchObject({
                        golden: "changed",
                        findings: [{ code: "plan-changed", severity: "error" }],
                    });
                }
            }),
        ));

    test("are accepted with each other, and accepting after another ANALYZE writes nothing", ({ withItems }) =>
        withItems((database) =>
            withGoldens(async (directory) => {
                await accept(database, directory, true);
                for (let i = 0; i < times; i++) {
                    await change(database, "analyze item");
                    const { written } = await acceptPlans(directory, await planRun(database, [query]), undefined);
                    expect(written).toEqual([]);
                }
            }),
        ));
});

describe("an accepted plan that costs more than the new one", () => {
    const counting = { ...query, text: "select count(*) from item" };
    /** Indexes with emptier pages have more of them, and that is all that one of these plans costs more than the other. */
    const index = (name: string, fillfactor: number): string =>
        `create index ${name} on item (left_code) with (fillfactor = ${fillfactor}, deduplicate_items = off)`;

    const costOf = (database: Database): Promise<number> =>
        planAfter(database, { query: counting, case: counting.cases[0], values: [] }, []).then(
            ({ plan }) => plan.estimate.cost,
        );

    test.for([
        {
            fillfactor: 76,
            dearer: 1.02,
            golden: "tied",
            code: "plan-tied",
            message: /which would cost [2-4]\.\d % more: a tie$/,
        },
        {
            fillfactor: 54,
            dearer: 1.1,
            golden: "changed",
            code: "plan-changed",
            message: /because index full_idx is new$/,
        },
    ])("by the pages of an index filled to $fillfactor instead of 90 % is $golden", (wanted, { withItems }) =>
        withItems((database) =>
            withGoldens(async (directory) => {
                await change(
                    database,
                    "drop index item_left_idx, item_right_idx",
                    index("sparse_idx", wanted.fillfactor),
                );
                await acceptPlans(directory, await planRun(database, [counting]), undefined);
                const before = await costOf(database);
                await change(database, index("full_idx", 90));
                expect(before / (await costOf(database))).toBeGreaterThan(wanted.dearer);
                const { results } = await judgePlans(await readGoldens(directory), await planRun(database, [counting]));
                expect(results).toMatchObject([
                    {
                        golden: wanted.golden,
                        findings: [{ code: wanted.code, message: expect.stringMatching(wanted.message) as string }],
                    },
                ]);
            }),
        ),
    );
});
