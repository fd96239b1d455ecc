import { beforeAll, describe, expect, it } from "vitest";
import { statementFacts } from "../../../src/plan/golden/statement.ts";
import { loadSqlParser } from "../../../src/core/sql-text.ts";

beforeAll(loadSqlParser);

const digest = (sql: string): string => statementFacts(sql).digest;

describe("the digest of a statement", () => {
    it.each([
        [
            "layout, comments, case",
            "select id from sale where id = $1::int",
            "SELECT id -- all\nFROM sale\nWHERE id=$1 :: int",
        ],
        ["an alias", "select s.id from sale as s", "select sale.id from sale"],
        [
            "aliases of a join",
            "select a.id from t a join t b on b.x = a.y",
            "select p.id from t p join t q on q.x = p.y",
        ],
        [
            "an alias of an inner query",
            "select id from t where exists (select from u where u.id = t.id)",
            "select id from t as o where exists (select from u as i where i.id = o.id)",
        ],
        [
            "an alias that hides another",
            "select t.id from t where exists (select from u t where t.id = 1)",
            "select o.id from t o where exists (select from u i where i.id = 1)",
        ],
        ["the alias of a subquery", "select a.n from (select 1 as n) a", "select b.n from (select 1 as n) b"],
        [
            "the alias of a function",
            "select n from generate_series(1, 3) as a (n)",
            "select n from generate_series(1, 3) as b (n)",
        ],
        [
            "an alias that is locked",
            "select s.id from sale s for update of s",
            "select x.id from sale x for update of x",
        ],
        [
            "the alias of an updated table",
            "update sale as s set note = 'x' where s.id = 1",
            "update sale as t set note = 'x' where t.id = 1",
        ],
        [
            "a lateral alias",
            "select b.n from t a, lateral (select a.id as n) b",
            "select y.n from t x, lateral (select x.id as n) y",
        ],
    ])("does not depend on %s", (_, one, other) => {
        expect(digest(other)).toBe(digest(one));
    });

    it.each([
        ["a constant", "select id from sale limit 50", "select id from sale limit 100"],
        ["the order", "select id from sale order by id", "select id from sale order by id desc"],
        ["a table", "select id from sale", "select id from sales"],
        ["a schema", "select id from a.sale", "select id from b.sale"],
        ["the name of a column of the result", "select id as a from sale", "select id as b from sale"],
        [
            "which side a condition is on",
            "select a.id from t a join t b on b.x = a.id where a.y = 1",
            "select a.id from t a join t b on b.x = a.id where b.y = 1",
        ],
        [
            "the kind of a join",
            "select a.id from t a join u b on b.id = a.id",
            "select a.id from t a left join u b on b.id = a.id",
        ],
        ["what is locked", "select a.id from t a, u b for update of a", "select a.id from t a, u b for update of b"],
        [
            "the names of columns of a function",
            "select n from generate_series(1, 3) as a (n)",
            "select m from generate_series(1, 3) as a (m)",
        ],
        ["what is written", "update sale set note = 'x'", "update sale set state = 'x'"],
    ])("depends on %s", (_, one, other) => {
        expect(digest(other)).not.toBe(digest(one));
    });
});

it("names the relations, functions and operators of a statement", () => {
    const sql = "with w as (select * from a.x) select lower(t.b), s.f(1) from w join y as t on exists (select from z)";
    expect(statementFacts(sql)).toMatchObject({ relations: ["a.x", "w", "y", "z"], functions: ["f", "lower"] });
    expect(statementFacts("insert into t select 1").relations).toEqual(["t"]);
    expect(statementFacts("select a @> b, c operator(s.===) any (d) from t").functions).toEqual(["===", "@>"]);
});
