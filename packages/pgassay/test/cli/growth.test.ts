import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRunRecord } from "../../src/core/run-record.ts";
import { edit, pgassay, withProject } from "./pgassay.ts";

/** A query file of one case. */
function queryText(name: string, parameter: string, index: string, grows: string, statement: string): string {
    return `/*
name: ${name}
about: A query of a test.
parameters:
    ${parameter}: integer
cases:
    typical: { ${parameter}: 3 }
index: ${index}
budget: { buffers: 700 }
grows: ${grows}
target: { p95_ms: 50 }
*/
${statement};
`;
}

/** The small project with books that grow with the scale and lie on as many shelves as before, and two queries. */
function withLibrary(use: (directory: string) => Promise<void>): Promise<void> {
    return withProject(async (directory) => {
        const dataset = join(directory, "dataset.ts");
        await edit(dataset, "const books = 20_000;", "const books = 60_000;");
        await edit(dataset, "tables: () => [", "tables: ({ scale }) => [");
        await edit(dataset, "rows: books,", "rows: books * scale,");
        await edit(dataset, "Math.floor(row / (books / shelves))", "row % shelves");
        await edit(
            join(directory, "pgassay.config.ts"),
            'statistics: "statistics",',
            'statistics: "statistics",\n    model: { scales: [1, 100], measured: [0.1] },',
        );
        const queries = join(directory, "queries/book");
        await rm(join(queries, "books_on_shelf.sql"));
        await writeFile(
            join(queries, "last_title.sql"),
            queryText(
                "last_title",
                "shelf_id",
                "book_shelf_id_idx",
                "bounded",
                "select max(title) as title from book where shelf_id = :shelf_id",
            ),
        );
        await writeFile(
            join(queries, "title_of.sql"),
            queryText("title_of", "id", "book_pkey", "bounded", "select title from book where id = :id"),
        );
        expect(await pgassay(directory, ["stats", "capture"])).toMatchObject({ code: 0 });
        await use(directory);
    });
}

// Rows are loaded at two scales, twice: seconds on a quiet machine.
describe("pgassay plan --growth", { timeout: 300_000 }, () => {
    it("finds what grows with the table and promises not to, and where that passes its budget", () =>
        withLibrary(async (directory) => {
            const { code, stdout, stderr } = await pgassay(directory, ["plan", "--growth"]);
            expect(code, stdout + stderr).toBe(1);
            const found = stdout.replaceAll(/\s+/g, " ");
            expect(found).toMatch(
                /error grows-past-promise book\/last_title#typical: its cost grows with the tables from scale 1 to 100, and the header promises bounded; it passes its budget at scale [1-3]\.\d /,
            );
            expect(found).toMatch(
                /error grows-past-promise book\/last_title#typical: the blocks it touches grow, beside the rows it returns, with the tables from scale 0\.1 to 1, and the header promises bounded; /,
            );
            expect(stdout).toMatch(
                /growth: cost linear, exponent \S+; blocks beside rows linear, exponent \S+: \d+ for 1 row at scale 0\.1, \d{3} for 1 row at scale 1; passes its budget at scale [1-3]\.\d\n/,
            );
            expect(stdout).toMatch(/\n2 cases, 2 findings \(2 errors\)\s*$/);
        }));

    it("is content with what grows as promised, and its record has the laws", () =>
        withLibrary(async (directory) => {
            await edit(join(directory, "queries/book/last_title.sql"), "grows: bounded", "grows: linear");
            const { code, stdout, stderr } = await pgassay(directory, ["plan", "--growth", "--json"]);
            const { findings, modelled } = parseRunRecord(stdout, "stdout");
            expect([code, findings], stderr).toEqual([0, []]);
            expect(modelled?.map(({ query, growth }) => [query, growth])).toEqual([
                [
                    "book/last_title",
                    {
                        cost: expect.objectContaining({ growth: "linear", from: 1, to: 100 }) as object,
                        blocks: expect.objectContaining({ growth: "linear", from: 0.1, to: 1 }) as object,
                        budgetEndsAt: expect.closeTo(2, 0) as number,
                    },
                ],
                [
                    "book/title_of",
                    {
                        cost: expect.objectContaining({ growth: "bounded", from: 1, to: 100 }) as object,
                        blocks: expect.objectContaining({ growth: "bounded", from: 0.1, to: 1 }) as object,
                    },
                ],
            ]);
        }));

    it("says what to write where the configuration names no size to load, and accepts nothing", () =>
        withProject(async (directory) => {
            const { code, stderr } = await pgassay(directory, ["plan", "--growth"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining("`model: { measured: [0.01, 0.1] }`")]);
            const accepting = await pgassay(directory, ["plan", "--accept", "--growth"]);
            expect([accepting.code, accepting.stderr]).toEqual([
                2,
                expect.stringContaining("there is nothing of it to accept"),
            ]);
        }));
});
