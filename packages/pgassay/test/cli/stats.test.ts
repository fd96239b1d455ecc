import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, pgassay, withProject } from "./pgassay.ts";

describe("pgassay stats", () => {
    it("captures, finds nothing stale, and finds what is after the schema has moved", () =>
        withProject(async (directory) => {
            const captured = await pgassay(directory, ["stats", "capture", "--scales", "0.5,1"]);
            expect([captured.code, captured.stdout]).toEqual([
                0,
                "wrote 3 files in statistics, removed 0, left 0 as they were\n",
            ]);
            expect(await readdir(join(directory, "statistics"))).toEqual([
                "origin.json",
                "public.book.json",
                "public.shelf.json",
            ]);
            expect(JSON.parse(await readFile(join(directory, "statistics/origin.json"), "utf8"))).toMatchObject({
                dataset: { name: "library", seed: 1 },
                scales: { low: 0.5, high: 1 },
            });
            expect(await pgassay(directory, ["stats", "check"])).toMatchObject({
                code: 0,
                stdout: "the statistics of 2 tables are of this schema\n",
            });

            const migration = join(directory, "migrations/20260101000001_books.sql");
            await edit(migration, "create index book_shelf_id_idx on public.book (shelf_id);", "");
            const stale = await pgassay(directory, ["stats", "check"]);
            expect(stale.stdout).toContain("error statistics-stale public.book");
            expect(stale.stdout).toContain("index book_shelf_id_idx is gone");
            expect(stale.code).toBe(1);
        }));

    it("says what to do without statistics, without an action and with scales that are none", () =>
        withProject(async (directory) => {
            const missing = await pgassay(directory, ["stats", "check"]);
            expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("`pgassay stats capture`")]);
            expect((await pgassay(directory, ["stats"])).code).toBe(2);
            // Every object has a constructor; none of them is an action.
            expect((await pgassay(directory, ["stats", "constructor"])).code).toBe(2);
            expect((await pgassay(directory, ["stats", "capture", "--scales", "1,0.1"])).code).toBe(2);
        }));
});
