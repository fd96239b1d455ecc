import { expect, test } from "vitest";
import { formatSql } from "../../src/sql-format/format-sql.ts";

/** The formatted text; fails the test if there is none. */
async function formatted(sql: string): Promise<string> {
    const outcome = await formatSql(sql);
    if (outcome.state === "refused") throw new Error(outcome.reason);
    return outcome.text;
}

test("keywords, types and names become lower case, strings and quoted names stay", async () => {
    expect(
        await formatted(`CREATE TABLE Logs (id UUID PRIMARY KEY DEFAULT GEN_RANDOM_UUID(), "Kind" TEXT DEFAULT 'Big')`),
    ).toBe(`create table logs (id uuid primary key default gen_random_uuid(), "Kind" text default 'Big');\n`);
});

test("a dbmate migration keeps its marks", async () => {
    const sql =
        "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON t (a);\n\n-- migrate:down\nDROP INDEX i;\n";
    expect(await formatted(sql)).toBe(
        "-- migrate:up transaction:false\ncreate index concurrently i on t (a);\n\n-- migrate:down\ndrop index i;\n",
    );
});

test("a query file keeps the YAML of its header and its parameters", async () => {
    const sql =
        "/*\nabout: Open tasks.\nparameters:\n    user: uuid\n*/\nSELECT id FROM tasks WHERE assigned_to = :user AND tags @> :tags::text[];\n";
    expect(await formatted(sql)).toBe(
        "/*\nabout: Open tasks.\nparameters:\n    user: uuid\n*/\nselect id from tasks where assigned_to = :user and tags @> :tags::text[];\n",
    );
});

test("the body of a PL/pgSQL function is left alone", async () => {
    const body = "$$\nbegin\n  RETURN   new;\nend\n$$";
    expect(await formatted(`create function f() returns trigger language plpgsql as ${body};`)).toContain(body);
});

test("a statement that the formatter does not know stays, is named, and does not stop the others", async () => {
    const sql = "SELECT 'é€😀';\n\n-- why\ncreate statistics s\n        on a, b from t; -- tail\nSELECT 2;\n";
    expect(await formatSql(sql)).toEqual({
        state: "formatted",
        text: "select 'é€😀';\n\n-- why\ncreate statistics s\n        on a, b from t; -- tail\nselect 2;\n",
        keptLines: [4],
    });
});

test("formatting twice changes nothing more", async () => {
    const sql = `create table t (a int, b text, constraint t_b_check check (b in ('one', 'two', 'three') and length(b) < 100 and a > 0));
        create policy p on t for select to app using (a = any ((select f())));
        select a, (select max(c) from u where u.id = t.a) from t left join v on v.id = t.a where t.b = 'x' and v.c is null;`;
    const once = await formatted(sql);
    expect(await formatted(once)).toBe(once);
});

test("what PostgreSQL would refuse is an error, not a result", async () => {
    await expect(formatSql("select from where")).rejects.toThrow('syntax error at or near "where"');
});
