import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test as base } from "vitest";
import { parseRunRecord } from "../../src/core/run-record.ts";
import { edit, pgassay, withProject } from "./pgassay.ts";

const laws = `growth: {
        "public.book": { rows: 1, because: "a test" },
        "public.shelf": { rows: 0.5, because: "a test" },
        "public.book.shelf_id": { distinct: 0.5, first: -0.5, last: -0.5, because: "a test" },
    },`;

/** Hands a copy of the prepared project to `use`. */
type UseScales = (use: (directory: string, config: string) => Promise<void>) => Promise<void>;

const test = base.extend<{ prepared: URL; withScales: UseScales }>({
    // Made once: the small project, with statistics that were captured, and plans accepted at the scales of its configuration.
    prepared: [
        async ({}, use) => {
            await withProject(async (directory) => {
                // The library has the same size at every scale, so that no growth can be seen.
                await edit(
                    join(directory, "pgassay.config.ts"),
                    'statistics: "statistics",',
                    `statistics: "statistics",\n    goldens: "goldens",\n    model: { scales: [10000, 1, 100] },\n    ${laws}`,
                );
                expect(await pgassay(directory, ["stats", "capture", "--scales", "0.5,1"])).toMatchObject({ code: 0 });
                expect(await pgassay(directory, ["plan", "--accept"])).toMatchObject({ code: 0 });
                await use(pathToFileURL(`${directory}/`));
            });
        },
        { scope: "file" },
    ],
    withScales: async ({ prepared }, use) => {
        await use((inProject) =>
            withProject((directory) => inProject(directory, join(directory, "pgassay.config.ts")), prepared),
        );
    },
});

// Each runs the program several times, and some load rows: seconds on a quiet machine.
describe("accepted plans at modelled scales", { timeout: 300_000 }, () => {
    test("are accepted once, are looked at by every run, and say in a line that the size changes nothing", ({
        withScales,
    }) =>
        withScales(async (directory) => {
            const golden = join(directory, "goldens/book/books_on_shelf.plan");
            const text = await readFile(golden, "utf8");
            expect(text).toContain("\ncase typical modelled\nat 1, 100, 10000: as at scale 1\n");
            expect(text).toMatch(/^evidence: figures of public\.book = [0-9a-f]{8}$/m);

            const again = await pgassay(directory, ["plan", "--accept"]);
            expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("0 written, 1 unchanged")]);
            expect(await readFile(golden, "utf8")).toBe(text);

            // Innocent: a layout, and a run about other rows, for which nothing is modelled.
            await edit(join(directory, "queries/book/books_on_shelf.sql"), "    id,\n    title", "    id, title");
            const { code, stdout } = await pgassay(directory, ["plan", "--json"]);
            const record = parseRunRecord(stdout, "stdout");
            expect([code, record.findings]).toEqual([0, []]);
            expect(record.modelled?.[0]?.plans.map(({ scale }) => scale)).toEqual([1, 100, 10_000]);
            expect((await pgassay(directory, ["plan", "--seed", "2", "--json"])).stdout).not.toContain('"modelled":');
        }));

    test("change with the schema and with what was captured, and the cause is named", ({ withScales }) =>
        withScales(async (directory) => {
            const migration = join(directory, "migrations/20260101000001_books.sql");
            const index = "create index book_shelf_id_idx on public.book (shelf_id);";
            await edit(migration, index, "create index book_shelf_id_idx on public.book (shelf_id, title);");

            const stale = await pgassay(directory, ["plan"]);
            expect([stale.code, stale.stdout]).toEqual([
                1,
                expect.stringContaining("error statistics-stale public.book"),
            ]);
            expect(stale.stdout).toContain("index book_shelf_id_idx is another one");
            // Nothing was guessed from them.
            expect(stale.stdout).not.toContain("modelled");

            expect(await pgassay(directory, ["stats", "capture", "--scales", "0.5,1"])).toMatchObject({ code: 0 });
            const redefined = await pgassay(directory, ["plan"]);
            expect([redefined.code, redefined.stdout]).toEqual([
                1,
                expect.stringContaining(
                    "the plan at the modelled scales 1, 100 and 10,000 changed because index book_shelf_id_idx is another one",
                ),
            ]);

            await edit(migration, "create index book_shelf_id_idx on public.book (shelf_id, title);", "");
            expect(await pgassay(directory, ["stats", "capture", "--scales", "0.5,1"])).toMatchObject({ code: 0 });
            const { stdout } = await pgassay(directory, ["plan"]);
            expect(stdout).toMatch(
                /the plan at the modelled scales 1, 100 and 10,000 changed, it seems because .*index book_shelf_id_idx is gone/,
            );
            expect(stdout).toMatch(/- .*Index Scan using book_shelf_id_idx/);
        }));

    test("change with what a migration sets for its database, and that is proved", ({ withScales }) =>
        withScales(async (directory) => {
            const index = "create index book_shelf_id_idx on public.book (shelf_id);";
            const set = "execute format('alter database %I set enable_indexscan = off', current_database())";
            await edit(
                join(directory, "migrations/20260101000001_books.sql"),
                index,
                `${index}\n\ndo $set$ begin ${set}; end $set$;`,
            );
            const { code, stdout } = await pgassay(directory, ["plan"]);
            const told = stdout.replaceAll(/\s+/g, " ");
            const because = "changed because setting enable_indexscan is off and was built in";
            expect([code, told]).toEqual([1, expect.stringContaining(`typical: the plan ${because}`)]);
            expect(told).toContain(`typical: the plan at the modelled scales 1, 100 and 10,000 ${because}`);
            expect(told).toContain("warning golden-settings-changed enable_indexscan: it is off");
        }));

    test("at scales that nobody names any more are stale", ({ withScales }) =>
        withScales(async (directory, config) => {
            await edit(config, "scales: [10000, 1, 100]", "scales: [1, 1000]");
            const { code, stdout } = await pgassay(directory, ["plan"]);
            expect(code).toBe(1);
            expect(stdout).toMatch(
                /golden-missing book\/books_on_shelf#typical: no plan is accepted at the modelled scale 1,000/,
            );
            expect(stdout).toMatch(
                /golden-stale book\/books_on_shelf: plans are accepted at the modelled scales 100 and 10,000/,
            );
            expect(await pgassay(directory, ["plan", "--accept"])).toMatchObject({ code: 0 });
            expect(await pgassay(directory, ["plan"])).toMatchObject({ code: 0 });
        }));
});

describe("statistics of other rows than there are", { timeout: 300_000 }, () => {
    test("are said to be so, as strictly as the policy has it", ({ withScales }) =>
        withScales(async (directory, config) => {
            await edit(join(directory, "dataset.ts"), "`volume ${row}`", "`tome ${row}`");
            const check = await pgassay(directory, ["stats", "check"]);
            expect([check.code, check.stdout]).toEqual([
                0,
                expect.stringContaining(
                    "warning statistics-dataset-changed library: its rows follow from other models now",
                ),
            ]);
            await edit(config, "model:", 'policy: { "statistics-dataset-changed": "fail" },\n    model:');
            expect(await pgassay(directory, ["stats", "check"])).toMatchObject({ code: 1 });
            await edit(join(directory, "dataset.ts"), "`tome ${row}`", "`volume ${  row  }`");
            expect(await pgassay(directory, ["stats", "check"])).toMatchObject({ code: 0 });
        }));
});
