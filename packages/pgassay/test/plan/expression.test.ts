import { beforeAll, describe, expect, it } from "vitest";
import { canonicalExpression } from "../../src/plan/expression.ts";
import { loadSqlParser } from "../../src/core/sql-text.ts";

beforeAll(loadSqlParser);

const context = {
    names: new Map([
        ["t", "task"],
        ["My alias", '"Task"'],
        ["only", ""],
    ]),
    parameters: new Map([
        ["7", ":count"],
        ["2026-01-01 00:00:00+00", ":as_of"],
        ["it's", ":text"],
        ["20000", ":object"],
    ]),
    numbered: ["first", "second"],
};

describe("canonicalExpression", () => {
    it.each([
        // Constants lose their casts, and are called by the parameter they are the value of.
        ["(a = 'x'::text)", "(a = 'x')"],
        ["(a = ANY ('{x,y}'::public.kind[]))", "(a = any ('{x,y}'))"],
        ["(a > '2026-01-01 00:00:00+00'::timestamp with time zone)", "(a > :as_of)"],
        ["(a > '2026-01-01'::timestamp(3) without time zone)", "(a > '2026-01-01')"],
        ["(a = 'x'::character varying(10))", "(a = 'x')"],
        ["((a)::double precision = '1.5'::double precision)", "(a::double precision = '1.5')"],
        ["(a = 'it''s'::text)", "(a = :text)"],
        // The number of an object is another one in each database.
        ["(tableoid = '16422'::oid)", "(tableoid = 'oid')"],
        ["(tableoid = ANY ('{16422,16431}'::oid[]))", "(tableoid = any ('{oid,oid}'))"],
        ["(classid = '1259'::oid)", "(classid = '1259')"],
        ["(loid = '20000'::oid)", "(loid = :object)"],
        ["(n = '16422'::bigint)", "(n = '16422')"],
        ["((n > 7) AND (n < '7'::bigint) AND (n <> 70))", "(n > :count and n < :count and n <> 70)"],
        ["(a = $2)", "(a = :second)"],
        ["(a = $3)", "(a = $3)"],
        ["(n > (InitPlan 7).col1)", "(n > (InitPlan 7).col1)"],
        // Aliases give way to names.
        ['((t.a = "My alias".b) OR (only.c IS NULL))', '(task.a = "Task".b or c is null)'],
        ["(t.payload -> 't.x'::text)", "(task.payload -> 't.x')"],
        // Parentheses stay where they group or call.
        ["((a = 1) OR ((b = 2) AND (c = 3)))", "(a = 1 or (b = 2 and c = 3))"],
        ["(NOT (a AND (b = 1)))", "(not (a and b = 1))"],
        ["((lower((t.email)::text) = 'x'::text) AND f((a = 1)))", "(lower(task.email::text) = 'x' and f((a = 1)))"],
        ["((a + b) > 3)", "((a + b) > 3)"],
        ["sum((a)) DESC NULLS LAST", "sum((a)) desc nulls last"],
        ['"Mixed Case" DESC', '"Mixed Case" desc'],
    ])("turns %s into %s", (expression, canonical) => {
        expect(canonicalExpression(expression, context)).toBe(canonical);
    });
});
