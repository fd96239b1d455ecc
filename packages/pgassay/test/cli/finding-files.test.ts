import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadVerb } from "../../src/cli/load-verb.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { edit, pgassay, withProject } from "./pgassay.ts";

const query = "queries/book/books_on_shelf.sql";
const migration = "migrations/20260101000001_books.sql";
const waiver =
    'runs: "runs", waivers: [{ finding: "no-rows", subject: "book/gone", until: "9999-12-31", reason: "x" }],';
const index = "create index book_shelf_id_idx on public.book (shelf_id);";

interface Log {
    runs: {
        results: {
            ruleId: string;
            locations: [{ physicalLocation?: { artifactLocation: { uri: string }; region: { startLine: number } } }];
        }[];
    }[];
}

/** `code file:line` of every result of a log. */
async function placesIn(file: string): Promise<string[]> {
    const log = JSON.parse(await readFile(file, "utf8")) as Log;
    return log.runs.flatMap(({ results }) =>
        results.map(({ ruleId, locations: [{ physicalLocation: place }] }) =>
            place ? `${ruleId} ${place.artifactLocation.uri}:${place.region.startLine}` : ruleId,
        ),
    );
}

async function lineOf(file: string, text: string): Promise<number> {
    const line = (await readFile(file, "utf8")).split("\n").findIndex((one) => one.includes(text));
    if (line < 0) throw new Error(`${file} does not contain ${text}`);
    return line + 1;
}

/** Hands a checkout with the small project in it to `use`: what makes it one is where paths begin. */
async function withCheckout(use: (directory: string) => Promise<void>): Promise<void> {
    await withProject(async (directory) => {
        await mkdir(join(directory, ".git"));
        await use(directory);
    });
}

describe("--sarif and --junit", () => {
    it.each(["test", "bench", "mutate", "plan", "indexes", "lint"])(
        "that cannot be written keep nobody from seeing what %s found",
        (verb) =>
            withProject(async (directory) => {
                // Not even root can write below a file.
                const { code, stdout, stderr } = await pgassay(directory, [
                    verb,
                    "--json",
                    "--junit",
                    "pgassay.config.ts/x.xml",
                ]);
                expect(JSON.parse(stdout)).toBeTypeOf("object");
                expect([code, stderr]).toEqual([
                    3,
                    expect.stringMatching(/could not write the JUnit report to .*pgassay\.config\.ts/),
                ]);
            }),
    );

    it("begin paths at the root of the checkout, wherever it lies, and put at the configuration what is in no file", () =>
        withProject((workspace) =>
            withProject(async (project) => {
                const head = join(workspace, "head");
                await cp(project, join(head, "database"), { recursive: true });
                await mkdir(join(head, ".git"));
                await edit(join(head, "database", migration), index, "");
                await edit(join(head, "database/pgassay.config.ts"), 'runs: "runs",', waiver);
                const log = join(workspace, "a.sarif");
                const environment = { GITHUB_WORKSPACE: workspace };
                await pgassay(join(head, "database"), ["plan", "--sarif", log], environment);
                const line = await lineOf(join(head, "database", query), "typical:");
                const places = await placesIn(log);
                expect(places).toContain(`index-missing database/${query}:${line}`);
                expect(places).toContain("waiver-unused database/pgassay.config.ts:1");
                expect(await readFile(log, "utf8")).toContain('"id": "pgassay/plan/database/"');
            }),
        ));

    it("tell of a query's finding where its case stands in the header, and of no case that is fine", () =>
        withCheckout(async (directory) => {
            const files = ["--sarif", "out/a.sarif", "--junit", "out/a.xml"];
            expect((await pgassay(directory, ["plan", ...files])).code).toBe(0);
            expect(await placesIn(join(directory, "out/a.sarif"))).toEqual([]);
            expect(await readFile(join(directory, "out/a.xml"), "utf8")).toContain('tests="1" failures="0"');
            await edit(join(directory, migration), index, "");
            expect((await pgassay(directory, ["plan", ...files])).code).toBe(1);
            const line = await lineOf(join(directory, query), "typical:");
            expect(await placesIn(join(directory, "out/a.sarif"))).toContain(`index-missing ${query}:${line}`);
            expect(await readFile(join(directory, "out/a.xml"), "utf8")).toContain('<failure type="index-missing"');
        }));

    it("tell of a migration's finding at its line, and of an object's where the schema file has it", () =>
        withCheckout(async (directory) => {
            await edit(
                join(directory, migration),
                "-- migrate:down",
                "alter table public.book drop column title;\n\n-- migrate:down",
            );
            await writeFile(
                join(directory, "schema.sql"),
                "CREATE TABLE public.shelf (\n);\nCREATE TABLE public.book (\n    shelf_id integer\n);\n",
            );
            await pgassay(directory, ["lint", "--sarif", "a.sarif"]);
            const places = await placesIn(join(directory, "a.sarif"));
            const line = await lineOf(join(directory, migration), "drop column title");
            expect(places).toContain(`squawk-ban-drop-column ${migration}:${line}`);
            // Of the table, and of its column.
            expect(places).toContain("comment-missing schema.sql:1");
            expect(places).toContain("comment-missing schema.sql:4");
        }));

    it("tell of rows that cannot be made up in the migration that asks for them, of the side that does", () =>
        withProject((base) =>
            withCheckout(async (head) => {
                const never = "alter table public.book add constraint book_never check (id < 0 and id > 0);";
                for (const directory of [base, head])
                    await edit(join(directory, "pgassay.config.ts"), "    dataset: library,\n", "");
                await edit(join(head, migration), index, `${index}\n${never}`);
                const place = `autofill-unsolved ${migration}:${await lineOf(join(head, migration), never)}`;
                await pgassay(head, ["plan", "--sarif", "plan.sarif"]);
                expect(await placesIn(join(head, "plan.sarif"))).toEqual([place]);
                // Run elsewhere, it is still in the files of the one of the two.
                await pgassay(base, ["compare", ".", head, "--no-time", "--sarif", "compare.sarif"]);
                expect(await placesIn(join(base, "compare.sarif"))).toEqual([place]);
            }),
        ));

    it("are flags of every verb that has findings", async () => {
        const withFlags: string[] = [];
        for (const verb of verbs) if ("sarif" in (await loadVerb(verb)).flags) withFlags.push(verb);
        expect(withFlags).toEqual([
            "migrate",
            "lint",
            "docs",
            "mutate",
            "stats",
            "plan",
            "indexes",
            "bench",
            "history",
            "stress",
            "compare",
        ]);
    });
});
