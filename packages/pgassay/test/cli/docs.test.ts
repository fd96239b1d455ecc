import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, pgassay, withProject } from "./pgassay.ts";

const migration = "migrations/20260101000001_books.sql";
const commented = "comment on column public.book.title is 'What stands on its spine.';\n\n-- migrate:down";

describe("pgassay docs", () => {
    it("writes a page a table and an index that check then finds up to date", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["docs"]);
            expect([code, stdout]).toEqual([0, "wrote 3 of 3 pages in docs, removed 0\n"]);
            expect((await readdir(join(directory, "docs"))).sort()).toEqual([
                "README.md",
                "public.book.md",
                "public.shelf.md",
            ]);
            expect(await readFile(join(directory, "docs/README.md"), "utf8")).toContain(
                '    "shelf" ||--o{ "book" : "shelf_id"\n',
            );
            expect((await pgassay(directory, ["docs", "--check"])).code).toBe(0);
        }));

    it("finds the page that a changed comment makes stale, and no other", () =>
        withProject(async (directory) => {
            await pgassay(directory, ["docs"]);
            await edit(join(directory, migration), "-- migrate:down", commented);
            const { code, stdout } = await pgassay(directory, ["docs", "--check", "--json"]);
            expect(JSON.parse(stdout)).toEqual([
                expect.objectContaining({ code: "schema-docs-stale", subject: "docs/public.book.md" }),
            ]);
            expect(code).toBe(1);
        }));

    it("stays green when a migration changes nothing that the catalog holds", () =>
        withProject(async (directory) => {
            await pgassay(directory, ["docs"]);
            await edit(join(directory, migration), "-- migrate:down", "analyze public.book;\n\n-- migrate:down");
            expect((await pgassay(directory, ["docs", "--check"])).code).toBe(0);
        }));

    it("finds what is missing, what was edited and what describes nothing, and puts all of it right", () =>
        withProject(async (directory) => {
            const page = join(directory, "docs/public.book.md");
            expect((await pgassay(directory, ["docs", "--check"])).stdout).toMatch(
                /schema-docs-stale docs\/README\.md: does not exist[^]*book\.md[^]*shelf\.md/,
            );
            await pgassay(directory, ["docs"]);
            const text = await readFile(page, "utf8");
            await edit(page, "`shelf_id`", "`shelf`");
            await writeFile(join(directory, "docs/public.loan.md"), text);
            await writeFile(join(directory, "docs/history.md"), "# How we came to this\n");

            const { stdout } = await pgassay(directory, ["docs", "--check"]);
            expect(stdout).toMatch(
                /docs\/public\.book\.md: is not what the catalog says[^]*-\|.*`shelf`[^]*\+\|.*`shelf_id`/,
            );
            expect(stdout).toMatch(/docs\/public\.loan\.md: describes what the schema no longer has/);
            expect(stdout).not.toContain("history");

            expect((await pgassay(directory, ["docs"])).stdout).toContain("wrote 1 of 3 pages in docs, removed 1");
            expect(await readFile(page, "utf8")).toBe(text);
            const left = await readdir(join(directory, "docs"));
            expect([left.includes("public.loan.md"), left.includes("history.md")]).toEqual([false, true]);
        }));

    it("says which key of the configuration it needs", () =>
        withProject(async (directory) => {
            await edit(join(directory, "pgassay.config.ts"), 'docs: "docs",', "");
            const { code, stderr } = await pgassay(directory, ["docs"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining("has no `docs`")]);
        }));
});
