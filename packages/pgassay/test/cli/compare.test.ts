import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparisonKind, type ComparisonRecord } from "../../src/core/comparison-record.ts";
import { parseRecord } from "../../src/core/record-kind.ts";
import { edit, pgassay, projects, withProject } from "./pgassay.ts";

const migration = "migrations/20260101000001_books.sql";
const query = "queries/book/books_on_shelf.sql";
const index = "create index book_shelf_id_idx on public.book (shelf_id);";

/** Hands two copies of the small project to `use`. */
async function withTwo(use: (base: string, head: string) => Promise<void>): Promise<void> {
    await withProject((base) => withProject((head) => use(base, head)));
}

async function compareJson(
    directory: string,
    args: readonly string[],
): Promise<ComparisonRecord & { readonly code: number | null }> {
    const { code, stdout, stderr } = await pgassay(directory, ["compare", ...args, "--json"]);
    if (stdout === "") throw new Error(stderr);
    return { code, ...parseRecord(comparisonKind, stdout, "stdout") };
}

/** Leaves a project with one query, which puts a book on a shelf. */
async function replaceByWrite(directory: string): Promise<void> {
    await rm(join(directory, query));
    await writeFile(
        join(directory, "queries/book/add_book.sql"),
        `/*
name: add_book
about: Puts a book on a shelf.
parameters:
    id: integer
    shelf_id: integer
cases:
    typical: { id: 1000000, shelf_id: 3 }
index: []
budget: { wal_records: 50 }
target: { p95_ms: 50 }
*/
insert into book (id, shelf_id, title)
values (:id, :shelf_id, 'a new one')
`,
    );
}

describe("pgassay compare", () => {
    it("finds nothing between a checkout and its equal, comments and layout aside", () =>
        withTwo(async (base, head) => {
            await edit(join(head, migration), index, `${index}\n\ncomment on index public.book_shelf_id_idx is 'x';`);
            await edit(join(head, query), "order by id", "order  by   id");
            const { code, stdout } = await pgassay(head, ["compare", base, "--no-time"]);
            expect(stdout).toContain("1 case as before\n\n1 case, 0 findings");
            expect(code).toBe(0);
        }));

    it("shows the plan that changed and the work that grew when an index is gone", () =>
        withTwo(async (base, head) => {
            await edit(join(head, migration), index, "");
            const { code, stdout } = await pgassay(head, ["compare", base, "--no-time"]);
            expect(stdout).toMatch(/book\/books_on_shelf#typical +\d+ → \d+ +index +plan changed, more blocks/);
            expect(stdout).toContain("    because index book_shelf_id_idx is gone (proved)\n");
            expect(stdout).toMatch(/-.*Index Scan using book_shelf_id_idx[^]*\+.*Seq Scan on book/);
            expect(stdout).toMatch(
                /warning work-increased book\/books_on_shelf#typical: touches \d+ blocks, \d before/,
            );
            expect(code).toBe(0);
        }));

    it("names what is gone in any schema", () =>
        withProject(
            (base) =>
                withProject(async (head) => {
                    await writeFile(
                        join(head, "db/migrations/20260201000001_drop.sql"),
                        "-- migrate:up\ndrop index library.loans_member_id_lent_on_idx;\n-- migrate:down\nselect 1;\n",
                    );
                    const { stdout } = await pgassay(head, ["compare", base, "--no-time"]);
                    expect(stdout).toContain(
                        "    because index library.loans_member_id_lent_on_idx is gone (proved)\n",
                    );
                    expect(stdout).not.toMatch(/library\.\w+_pkey is (?:gone|new)/);
                }, projects.library),
            projects.library,
        ));

    it("weighs what it finds by the policy of head, and lives with what head waives", () =>
        withTwo(async (base, head) => {
            await edit(join(head, migration), index, "");
            const config = join(head, "pgassay.config.ts");
            const rules = async (text: string): Promise<void> => edit(config, 'runs: "runs",', `runs: "runs", ${text}`);
            await rules('policy: { "work-increased": "fail" },');
            const strict = await compareJson(head, [base, "--no-time"]);
            expect(strict.findings).toMatchObject([{ code: "work-increased", severity: "error" }]);
            expect(strict.code).toBe(1);
            const waiver = 'subject: "book/books_on_shelf", until: "9999-12-31", reason: "one sale"';
            await rules(
                `waivers: [${["work-increased", "not-comparable", "became-slower", "plan-changed"]
                    .map((finding) => `{ finding: "${finding}", ${waiver} }`)
                    .join(", ")}],`,
            );
            const lenient = await compareJson(head, [base, "--no-time"]);
            expect(lenient.code).toBe(0);
            // No times were compared, and what becomes of plans is for `plan` to say.
            expect(lenient.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
                "warning waiver-unused",
                "warning work-increased",
            ]);
            expect(lenient.findings[0]?.message).toContain("not-comparable");
            expect(lenient.findings[1]?.message).toContain("one sale");
        }));

    it("blames the data when only the data grew", () =>
        withTwo(async (base, head) => {
            await edit(join(head, "dataset.ts"), "20_000", "120_000");
            const { comparison } = await compareJson(head, [base, "--no-time"]);
            expect(comparison.cases[0]?.cause).toEqual({
                kinds: ["statistics"],
                what: '"public"."book" had 20,000 rows and has 120,000',
                isProved: false,
            });
            const { stdout } = await pgassay(head, ["compare", base, "--no-time"]);
            expect(stdout).toMatch(/#typical +\d+ → \d+ +statistics\? +not comparable/);
        }));

    it("blames the query when only the query changed, and proves it", () =>
        withTwo(async (base, head) => {
            await edit(join(head, query), "order by id", "order by title, id");
            const { comparison, findings } = await compareJson(head, [base, "--no-time"]);
            expect(comparison.cases[0]?.cause).toEqual({
                kinds: ["query"],
                what: "the statement is another one",
                isProved: true,
            });
            expect(findings).toEqual([]);
        }));

    it("blames the schema, by elimination, for what no SQL undoes", () =>
        withTwo(async (base, head) => {
            await edit(
                join(head, migration),
                "title text not null\n)",
                "title text not null\n) with (fillfactor = 20)",
            );
            const { comparison } = await compareJson(head, [base, "--no-time"]);
            expect(comparison.cases[0]?.cause).toEqual({
                kinds: ["schema"],
                what: "options of public.book are declared fillfactor=20 and were declared as built in",
                isProved: false,
            });
        }));

    it("does not compare work on other rows, and says which", () =>
        withTwo(async (base, head) => {
            await edit(join(head, "dataset.ts"), "20_000", "21_000");
            const { code, findings } = await compareJson(head, [base, "--no-time"]);
            expect(findings).toMatchObject([
                { code: "nothing-compared", severity: "error" },
                { code: "not-comparable", detail: '"public"."book" had 20,000 rows and has 21,000' },
            ]);
            expect(code).toBe(1);
        }));

    it("does not compare work on the same rows in another order", () =>
        withTwo(async (base, head) => {
            await edit(
                join(head, "dataset.ts"),
                "column.of(integer, (row) => row),\n                shelf_id",
                "column.of(integer, (row) => books - 1 - row),\n                shelf_id",
            );
            const { findings } = await compareJson(head, [base, "--no-time"]);
            expect(findings[1]?.detail).toBe('the rows of "public"."book" lie in another order');
        }));

    // The control doubts all times of a run when a checkout differs from itself, and now and then one does by chance.
    it("confirms a query that burns more processor time, with the same blocks", { retry: 2 }, () =>
        withTwo(async (base, head) => {
            await edit(join(head, query), "    title\n", "    title,\n    length(repeat(title, 3000)) as size\n");
            const { code, comparison, findings } = await compareJson(head, [base]);
            expect(comparison.timesDoubted).toBeUndefined();
            expect(comparison.cases[0]).toMatchObject({ work: [], time: { verdict: "slower" } });
            expect(findings.map((finding) => finding.code)).toEqual(["became-slower"]);
            expect(code).toBe(1);
        }),
    );

    it("does not call a checkout slower than its equal", () =>
        withTwo(async (base, head) => {
            const { code, comparison } = await compareJson(head, [base]);
            expect(["same", "cannot tell"]).toContain(comparison.cases[0]?.time?.verdict);
            expect(comparison.cases[0]?.time?.first.pairs).toHaveLength(20);
            expect(code).toBe(0);
        }));

    it("says what is new and what is gone, and fails when nothing is left to compare", () =>
        withTwo(async (base, head) => {
            await edit(join(head, query), "    typical: {", "    usual: {");
            const { code, stdout } = await pgassay(head, ["compare", base, "--no-time"]);
            expect(stdout).toMatch(/#typical +\d+ +gone\n.*#usual +\d+ +new/);
            expect(stdout).toContain("error nothing-compared");
            expect(code).toBe(1);
        }));

    it("says on which side a query fails, and on which a migration does", () =>
        withTwo(async (base, head) => {
            await edit(join(head, query), "from book", "from bok");
            const failed = await pgassay(head, ["compare", base, "--no-time"]);
            expect([failed.code, failed.stderr]).toEqual([
                2,
                expect.stringMatching(/could not .*book\/books_on_shelf.*, on the side of the head, \.\n/),
            ]);
            await edit(join(base, migration), "create table public.shelf", "create tabel public.shelf");
            const unmade = await pgassay(head, ["compare", base, "--no-time"]);
            expect(unmade.stderr).toContain(`, on the side of the base, ${base}\n`);
        }));

    it("fails when there is no query to compare", () =>
        withTwo(async (base, head) => {
            await rm(join(base, query));
            const { code, stderr } = await pgassay(head, ["compare", base, "--no-time"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining("there is no file <area>/<name>.sql")]);
        }));

    it("fails when times were asked for and nothing was timed", () =>
        withTwo(async (base, head) => {
            for (const side of [base, head]) await replaceByWrite(side);
            const { code, findings } = await compareJson(head, [base]);
            expect([code, findings.map((finding) => finding.code)]).toEqual([1, ["times-missing"]]);
        }));

    it("says what is wrong with its operands", () =>
        withProject(async (directory) => {
            const usage = async (...args: string[]): Promise<string> => {
                const { code, stderr } = await pgassay(directory, ["compare", ...args]);
                expect(code).toBe(2);
                return stderr;
            };
            expect(await usage()).toContain("none was named");
            expect(await usage("a", "b", "c")).toContain("more than two were named");
            expect(await usage("no-such-directory")).toContain("there is no such directory or file");
            expect(await usage("package.json")).toContain("there is no such directory or file");
            expect(await usage("dataset.ts", "dataset.ts")).toContain("the file is not JSON");
        }));
});

describe("pgassay compare of a write", () => {
    const trigger = `
        create table public.arrival (book_id integer not null);
        create function public.note_arrival() returns trigger language plpgsql
        as 'begin insert into public.arrival values (new.id); return null; end';
        create trigger book_arrives after insert on public.book for each row execute function public.note_arrival();`;

    it("is red when the write gains an index, and says that it is the index", () =>
        withTwo(async (base, head) => {
            for (const side of [base, head]) await replaceByWrite(side);
            await edit(join(head, migration), index, `${index}\ncreate index book_title_idx on public.book (title);`);
            const { comparison, findings } = await compareJson(head, [base, "--no-time"]);
            expect(comparison.cases[0]).toMatchObject({
                work: [{ metric: "WAL records" }, { metric: "WAL bytes" }],
                cause: { kinds: ["index"], what: "index book_title_idx is new", isProved: true },
            });
            expect(findings).toMatchObject([{ code: "work-increased" }, { code: "work-increased" }]);
        }));

    it("is red when the write gains a trigger, and says that it is the schema", () =>
        withTwo(async (base, head) => {
            for (const side of [base, head]) await replaceByWrite(side);
            await edit(join(head, migration), index, `${index}${trigger}`);
            await edit(join(head, migration), "drop table public.book;", "drop table public.book, public.arrival;");
            const { comparison } = await compareJson(head, [base, "--no-time"]);
            expect(comparison.cases[0]).toMatchObject({
                work: [{ metric: "WAL records" }, { metric: "WAL bytes" }],
                cause: { kinds: ["schema"], what: "trigger book_arrives of public.book is new", isProved: true },
            });
        }));

    it("is green when the change is innocent", () =>
        withTwo(async (base, head) => {
            for (const side of [base, head]) await replaceByWrite(side);
            const innocent = "comment on table public.book is 'Bound paper.'; create table public.reader (id integer);";
            await edit(join(head, migration), index, `${index}\n${innocent}`);
            const { code, comparison, findings } = await compareJson(head, [base, "--no-time"]);
            expect(comparison.cases[0]).toMatchObject({ work: [], incomparable: [] });
            expect(comparison.cases[0]).not.toHaveProperty("cause");
            expect([code, findings]).toEqual([0, []]);
        }));
});

describe("pgassay compare of two run records", () => {
    it("compares plans and counts, never times", () =>
        withTwo(async (base, head) => {
            const before = await record(base);
            await edit(join(head, migration), index, "create index renamed_idx on public.book (shelf_id);");
            await edit(join(head, query), "book_shelf_id_idx", "renamed_idx");
            const { code, comparison, findings } = await compareJson(head, [before, await record(head)]);
            expect(comparison.cases[0]).toMatchObject({ work: [], incomparable: [] });
            expect(comparison.cases[0]?.base?.tree).not.toEqual(comparison.cases[0]?.head?.tree);
            expect(comparison.cases[0]).not.toHaveProperty("time");
            expect([code, findings]).toEqual([0, []]);
        }));

    it("refuses to compare runs on other datasets", () =>
        withTwo(async (base, head) => {
            const { code, findings } = await compareJson(head, [await record(base), await record(head, "--seed", "2")]);
            expect(findings.map((finding) => finding.code)).toEqual(["nothing-compared", "not-comparable"]);
            expect(findings[1]?.detail).toContain("of seed 1 and is library at scale 1 of seed 2");
            expect(code).toBe(1);
        }));

    it("asks for the second record", () =>
        withProject(async (directory) => {
            const { code, stderr } = await pgassay(directory, ["compare", await record(directory)]);
            expect([code, stderr]).toEqual([2, expect.stringContaining("there is no second one")]);
        }));

    async function record(directory: string, ...args: readonly string[]): Promise<string> {
        await pgassay(directory, ["bench", ...args]);
        const [file] = (await readdir(join(directory, "runs"))).toSorted().slice(-1);
        return join(directory, "runs", file ?? "none");
    }
});
