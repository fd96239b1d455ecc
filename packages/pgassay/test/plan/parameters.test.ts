import { beforeAll, describe, expect, it } from "vitest";
import { findParameters, numberParameters } from "../../src/plan/parameters.ts";
import { loadSqlParser, parseSql } from "../../src/core/sql-text.ts";

beforeAll(loadSqlParser);

const a = { name: "a", type: "int" };
const b = { name: "b", type: "text[]" };

describe("numberParameters", () => {
    it.each([
        ["select :a", "select $1::int"],
        ["select :a, :b, :a", "select $1::int, $2::text[], $1::int"],
        ["select 1 where x=:a and y>:a", "select 1 where x=$1::int and y>$1::int"],
        ["select x from t limit:a", "select x from t limit $1::int"],
        ["select (:b)[1], :b[1]", "select ($2::text[])[1], ($2::text[])[1]"],
        ["select :a::bigint, x::text", "select $1::int::bigint, x::text"],
        ["select ':a', $$ :a $$, $q$:a$q$, e'\\':a'", "select ':a', $$ :a $$, $q$:a$q$, e'\\':a'"],
        ['select ":a" from ":a"', 'select ":a" from ":a"'],
        ["select 1 -- :a\n/* :a /* :b */ */ + :a", "select 1 -- :a\n/* :a /* :b */ */ + $1::int"],
        ["select x[1:a], x[:a], x[a:b]", "select x[1:a], x[:a], x[a:b]"],
        ["select x[(:a):], x[f(:a):b]", "select x[($1::int):], x[f($1::int):b]"],
        ["select array[:a, 2], array[[:a],[3]]", "select array[$1::int, 2], array[[$1::int],[3]]"],
        ["select array[x[1:a], :a]", "select array[x[1:a], $1::int]"],
        ["select f(x := :a, y => :a)", "select f(x := $1::int, y => $1::int)"],
        ["select json_object('k': :a)", "select json_object('k': $1::int)"],
        ["select 'Ä€😀' || :a /* é */ || :b", "select 'Ä€😀' || $1::int /* é */ || $2::text[]"],
    ])("reads %j", (sql, numbered) => {
        expect(numberParameters(sql, [a, b])).toBe(numbered);
        expect(parseSql(numbered)).toHaveLength(1);
    });
});

describe("findParameters", () => {
    it("tells each use and its line, whether declared or not", () => {
        const sql = "select :one\n/* two\nlines */\nfrom t where a = :two\n  and b = ':three' and c = :one";
        expect(findParameters(sql)).toEqual([
            { name: "one", line: 1 },
            { name: "two", line: 4 },
            { name: "one", line: 5 },
        ]);
    });
});
