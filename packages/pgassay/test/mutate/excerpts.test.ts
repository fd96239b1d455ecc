import { beforeAll, describe, expect, it } from "vitest";
import { loadSqlParser, parseSql } from "../../src/core/sql-text.ts";
import { rowListOf } from "../../src/mutate/row-lists.ts";
import { mutant, mutateByHand, verdicts } from "./mutate-by-hand.ts";

/** The statement about the second row alone, if it is one about rows. */
function secondOf(text: string): string | undefined {
    const parsed = parseSql(text);
    if ("message" in parsed || !parsed[0]) throw new Error(`no statement: ${text}`);
    return rowListOf({ text, line: 1 }, { tree: { ...parsed[0].tree }, line: 1 })?.with([1]);
}

describe("a statement about a list of rows", () => {
    beforeAll(loadSqlParser);

    it("is cut down to some of them, byte for byte", () => {
        const text = `select is(a, array(values (1)), '(values')
            from (values
                -- The first.
                ('x'::text, f(1, 2)), -- ('not this')
                ('y; (', (3))
            ) as stated (a, "b")`;
        expect(secondOf(text)).toBe(`select is(a, array(values (1)), '(values')
            from (values
                ('y; (', (3))
            ) as stated (a, "b")`);
    });

    it.each([
        ["one row", "select f(a) from (values (1)) as s (a)"],
        ["a condition", "select f(a) from (values (1), (2)) as s (a) where a > 1"],
        ["a limit", "select f(a) from (values (1), (2)) as s (a) limit 1"],
        ["groups", "select f(a) from (values (1), (2)) as s (a) group by a"],
        ["a window", "select f(count(*) over ()) from (values (1), (2)) as s (a)"],
        ["another table", "select f(a) from (values (1), (2)) as s (a), pg_class"],
        ["a table alone", "select f(oid) from pg_class"],
        ["no select", "insert into t values (1), (2)"],
    ])("is none when it has %s", (_, text) => {
        expect(secondOf(text)).toBeUndefined();
    });
});

describe("what a file says about a mutant", () => {
    const schema = `
        create table public.red (a integer not null, b integer not null);
        create table public.blue (a integer);
        create table public.log (a integer);
    `;
    const file = (count: number, sql: string): string => `begin; select plan(${count}); ${sql} rollback;`;
    const files = {
        "columns.sql": file(
            2,
            `select col_not_null('public'::name, t::name, c::name, t || '.' || c)
            from (values ('red', 'a'), ('red', 'b')) as s (t, c);`,
        ),
    };
    const dropped = mutant("dropped", "alter table public.red alter column b drop not null", {
        owner: { schema: "public", name: "red" },
    });
    // The files below let it pass, and with the rows alone that name it they would not.
    const added = mutant("added", "alter table public.blue alter column a set not null", {
        owner: { schema: "public", name: "blue" },
    });

    it("kills it by the row that names it", async () => {
        const verdict = verdicts(await mutateByHand(schema, files, [dropped, added]));
        expect(verdict["dropped"]).toMatchObject({ kind: "killed", by: { file: "columns.sql", what: "red.b" } });
        expect(verdict["added"]).toEqual({ kind: "survived" });
    }, 60_000);

    it("is all of it where rows are counted together, or stand on what others wrote", async () => {
        const together = {
            "any.sql": file(
                1,
                `select ok(not bool_and(is_not_null), 'some may be null')
                from (values
                    ('log', true),
                    ('red', false),
                    ('blue', (select attnotnull from pg_attribute where attrelid = 'public.blue'::regclass and attname = 'a'))
                ) as s (t, is_not_null);`,
            ),
            "writes.sql": file(
                3,
                `select lives_ok(statement, statement)
                from (values
                    ('select 1'),
                    ('insert into public.log values (1)'),
                    ('insert into public.blue select null where not exists (select from public.log)')
                ) as s (statement);`,
            ),
        };
        expect(verdicts(await mutateByHand(schema, together, [added]))["added"]).toEqual({ kind: "survived" });
    }, 60_000);
});
