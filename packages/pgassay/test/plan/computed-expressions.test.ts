import { beforeAll, describe, expect, it } from "vitest";
import { loadSqlParser } from "../../src/core/sql-text.ts";
import { computedExpressions } from "../../src/plan/computed-expressions.ts";

beforeAll(loadSqlParser);

function shown(condition: string): string[] {
    const statement = `select 1 from task where ${condition} and 'é' = note order by id`;
    return computedExpressions(statement, ["day", "words"]).map((one) => one.shown);
}

describe("the expressions of a statement that need nothing but parameters", () => {
    it.each([
        ["a @@ websearch_to_tsquery('english', $2::text)", ["websearch_to_tsquery('english', :words)"]],
        ["a >= ($1::date)", []],
        ["a >= $1::date::timestamp", [":day::timestamp"]],
        [
            "a < ($1::date + 1)::timestamp at time zone 'UTC'",
            ["(:day + 1)::timestamp at time zone 'UTC'", "(:day + 1)::timestamp", "(:day + 1)"],
        ],
        ["a between $1::date - 30 and $1::date", ["(:day - 30)"]],
        ["a = any (array[$2::text, 'b'])", ["array[:words, 'b']"]],
        ["a = cast($2::text as numeric(8, 2))", ["cast(:words as numeric(8, 2))"]],
        ["a = $2::text::numeric(8,2)", [":words::numeric(8, 2)"]],
        ["a = coalesce($2::text, 'none')", ["coalesce(:words, 'none')"]],
        ["a = f(g($2::text), 1)", ["f(g(:words), 1)", "g(:words)"]],
        // In another layout they are the same.
        ["a @@\nWEBSEARCH_TO_TSQUERY (\n'english' , -- said\n $2::text )", ["WEBSEARCH_TO_TSQUERY('english', :words)"]],
        ["a = (  (f( $2::text )  ) )", ["f(:words)"]],
        // These need rows.
        ["f(a, $2::text) = 1", []],
        ["a = (select max(b) from u where c = $2::text || '')", ["(:words || '')"]],
        ["a = lower('B')", []],
        ["a = $2::text", []],
    ])("of %s are %j", (condition, expected) => {
        expect(shown(condition)).toEqual(expected);
    });

    it("parse to what they are, with the statement's own parentheses", () => {
        const [one] = computedExpressions("select id from task where 'é' < a and b <($1::date + 1)::text", ["day"]);
        expect(one).toEqual({ sql: "($1::date + 1)::text", shown: "(:day + 1)::text" });
    });

    it("are none of what does not parse", () => {
        expect(computedExpressions("select from where", [])).toEqual([]);
    });
});
