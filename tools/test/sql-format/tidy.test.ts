import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test as base, expect } from "vitest";
import { tidySql } from "../../src/sql-format/tidy.ts";

const test = base.extend<{ root: string }>({
    root: async ({}, use) => {
        const root = await mkdtemp(join(tmpdir(), "sql-format-"));
        await use(root);
        await rm(root, { recursive: true });
    },
});

async function put(root: string, path: string, text: string): Promise<void> {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), text);
}

test("a file that is not formatted fails the check until it has been formatted", async ({ root }) => {
    await put(root, "db/migrations/1_a.sql", "-- migrate:up\ncreate table t (a  int);\n");
    expect(await tidySql(root, "check")).toEqual({
        fileCount: 1,
        notes: [],
        complaints: ["db/migrations/1_a.sql: not formatted; npm run format does it"],
    });
    expect(await tidySql(root, "write")).toEqual({ fileCount: 1, notes: [], complaints: [] });
    expect(await readFile(join(root, "db/migrations/1_a.sql"), "utf8")).toBe(
        "-- migrate:up\ncreate table t (a int);\n",
    );
    expect(await readdir(join(root, "db/migrations"))).toEqual(["1_a.sql"]);
    expect(await tidySql(root, "check")).toEqual({ fileCount: 1, notes: [], complaints: [] });
});

test("a pgTAP file keeps its layout", async ({ root }) => {
    await put(root, "packages/schema/tests/a.sql", "select tap.is(\n    1,\n    1,\n    'one is one'\n);\n");
    expect((await tidySql(root, "check")).complaints).toEqual([]);
});

test("no file may have capitals, tabs, trailing spaces or long lines", async ({ root }) => {
    const sql = `SELECT 'A' AS "B";\n\tselect 2; -- TWO\nselect 3; \nselect '${"x".repeat(92)}';\n`;
    await put(root, "packages/schema/tests/a.sql", sql);
    expect((await tidySql(root, "check")).complaints).toEqual([
        "packages/schema/tests/a.sql:1: SELECT is not in lower case",
        "packages/schema/tests/a.sql:1: AS is not in lower case",
        "packages/schema/tests/a.sql:2: there is a tab in the line",
        "packages/schema/tests/a.sql:3: there is white space at the end of the line",
        "packages/schema/tests/a.sql:4: the line has 102 characters; 100 are allowed",
    ]);
});

test("a statement that the formatter does not know is named and is no fault", async ({ root }) => {
    await put(root, "db/a.sql", "create statistics s on a, b from t;\n");
    expect(await tidySql(root, "check")).toEqual({
        fileCount: 1,
        notes: ["db/a.sql:1: left as it is: the formatter does not know it"],
        complaints: [],
    });
});

test("a file that PostgreSQL would refuse fails the check and is not touched", async ({ root }) => {
    await put(root, "db/a.sql", "SELECT from where\n");
    expect((await tidySql(root, "write")).complaints).toEqual([
        'db/a.sql: PostgreSQL would refuse it: syntax error at or near "where"',
    ]);
    expect(await readFile(join(root, "db/a.sql"), "utf8")).toBe("SELECT from where\n");
});

test("what dbmate writes and what tests feed to the engine is not looked at", async ({ root }) => {
    await put(root, "db/schema.sql", "CREATE TABLE a ();\n");
    await put(root, "packages/pgassay/test/corpus/a.sql", "SELECT\t1\n");
    expect(await tidySql(root, "write")).toEqual({ fileCount: 0, notes: [], complaints: [] });
});
