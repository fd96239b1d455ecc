import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRunRecord } from "../../src/core/run-record.ts";
import { edit, pgassay, withProject } from "./pgassay.ts";

const migration = "migrations/20260101000001_books.sql";
const query = "queries/book/books_on_shelf.sql";

describe("pgassay test", () => {
    it("passes a schema that keeps its promises", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["test"]);
            expect(stdout).toMatch(/ok {3}tests\/book\.sql +3 tests[^]*3 passed, 0 failed/);
            expect(code).toBe(0);
        }));

    it("exits 1 and names the test when a check is weakened", () =>
        withProject(async (directory) => {
            await edit(join(directory, migration), "check (name <> '')", "check (name <> 'x')");
            const { code, stdout } = await pgassay(directory, ["test"]);
            expect(stdout).toMatch(/not ok 2 tests\/book\.sql:4 a shelf has no blank name[^]*2 passed, 1 failed/);
            expect(code).toBe(1);
        }));

    it("runs just the files that are named, and says when there are none", () =>
        withProject(async (directory) => {
            expect((await pgassay(directory, ["test", "tests/book.sql"])).code).toBe(0);
            const { code, stderr } = await pgassay(directory, ["test", "tests/shelf.sql"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining("there is no test file there")]);
        }));

    it("prints JSON and a JUnit report", () =>
        withProject(async (directory) => {
            const { stdout } = await pgassay(directory, ["test", "--json", "--junit", "report.xml"]);
            expect(JSON.parse(stdout)).toMatchObject({ totals: { files: 1, passed: 3, failed: 0 } });
            expect(await readFile(join(directory, "report.xml"), "utf8")).toContain('tests="3"');
        }));
});

describe("pgassay plan", () => {
    it("shows the tree, the indexes and the buffers of each case", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["plan"]);
            expect(stdout).toMatch(
                /book\/books_on_shelf#typical\n[^]*Index Scan using book_shelf_id_idx[^]*buffers: \d\/8/,
            );
            expect(code).toBe(0);
        }));

    it("exits 1 and names query and index when the index is gone", () =>
        withProject(async (directory) => {
            await edit(join(directory, migration), "create index book_shelf_id_idx on public.book (shelf_id);", "");
            const { code, stdout } = await pgassay(directory, ["plan"]);
            expect(stdout).toMatch(/index-missing book\/books_on_shelf#typical: .*book_shelf_id_idx/);
            expect(code).toBe(1);
        }));

    it("accepts plans, and exits 1 with the cause when one is not as it was accepted", () =>
        withProject(async (directory) => {
            await edit(
                join(directory, "pgassay.config.ts"),
                `queries: "queries",`,
                `queries: "queries", goldens: "goldens",`,
            );
            const missing = await pgassay(directory, ["plan"]);
            expect([missing.code, missing.stdout]).toEqual([1, expect.stringContaining("golden-missing")]);
            const accepted = await pgassay(directory, ["plan", "--accept", "--reason", "a first look"]);
            expect(accepted.stdout).toBe(
                "accepted book/books_on_shelf\n1 written, 0 unchanged, 0 removed in goldens\n",
            );
            expect(await readFile(join(directory, "goldens/book/books_on_shelf.plan"), "utf8")).toContain(
                "a first look",
            );
            expect((await pgassay(directory, ["plan"])).stdout).toContain("golden: accepted");
            await edit(join(directory, migration), "on public.book (shelf_id)", "on public.book (shelf_id, id)");
            const { code, stdout } = await pgassay(directory, ["plan"]);
            expect(stdout).toContain("the plan changed because index book_shelf_id_idx is another one");
            expect(code).toBe(1);
        }));

    it("asks whether a query is meant whose name is near, and runs nothing", () =>
        withProject(async (directory) => {
            const { code, stderr } = await pgassay(directory, ["plan", "book/books_on_shelv"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "book/books_on_shelf"?')]);
        }));

    it("reports a misspelt header with its place and runs nothing", () =>
        withProject(async (directory) => {
            await edit(join(directory, query), "budget:", "bugdet:");
            const { code, stdout, stderr } = await pgassay(directory, ["plan"]);
            expect(stderr).toMatch(/queries\/book\/books_on_shelf\.sql:9: /);
            expect([code, stdout]).toEqual([2, ""]);
        }));
});

describe("pgassay bench", () => {
    it("prints the table and writes the run record", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["bench"]);
            expect(stdout).toMatch(/books_on_shelf#typical +book_shelf_id_idx +\d\/8 [^]*ok/);
            const [file = ""] = await readdir(join(directory, "runs"));
            const path = join(directory, "runs", file);
            expect(parseRunRecord(await readFile(path, "utf8"), path).latencies).toHaveLength(1);
            expect(code).toBe(0);
        }));

    it("exits 1 and says which case misses its target", () =>
        withProject(async (directory) => {
            await edit(join(directory, query), "p95_ms: 50", "p95_ms: 0.001");
            const { code, stdout } = await pgassay(directory, ["bench"]);
            expect(stdout).toMatch(/latency-over-target book\/books_on_shelf#typical/);
            expect(code).toBe(1);
        }));
});

describe("pgassay seed", () => {
    it("shows on trial what it would load", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["seed"]);
            expect(stdout).toMatch(/^book +20,000/m);
            expect(code).toBe(0);
        }));
});

describe("pgassay migrate", () => {
    it("dumps a schema that verify then finds up to date, and verify sees when it is not", () =>
        withProject(async (directory) => {
            expect((await pgassay(directory, ["migrate", "dump"])).stdout).toContain("wrote schema.sql");
            expect((await pgassay(directory, ["migrate", "verify"])).code).toBe(0);
            await edit(join(directory, "schema.sql"), "name text", "name varchar");
            const { code, stdout } = await pgassay(directory, ["migrate", "verify"]);
            expect(stdout).toMatch(/schema-file-stale[^]*name text/);
            expect(code).toBe(1);
        }));

    it("finds what a down half forgets", () =>
        withProject(async (directory) => {
            await pgassay(directory, ["migrate", "dump"]);
            await edit(join(directory, migration), "drop table public.shelf;", "");
            const { code, stdout } = await pgassay(directory, ["migrate", "verify"]);
            expect(stdout).toMatch(/migration-leaves-objects[^]*table public\.shelf/);
            expect(code).toBe(1);
        }));
});
