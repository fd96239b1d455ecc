import { describe, expect } from "vitest";
import type { Argument, BoundCase, Query } from "../../src/core/query.ts";
import { bindCases } from "../../src/plan/bind-cases.ts";
import { withClient } from "../../src/server/client.ts";
import { queryOf } from "./query-of.ts";
import { test } from "./shop.ts";
import type { UseShop } from "./shop.ts";

function queryWith(...cases: (readonly Argument[])[]): Query {
    const query = queryOf("select 1");
    const [template] = query.cases;
    return { ...query, cases: cases.map((args, i) => ({ ...template, name: `case${i}`, arguments: args })) };
}

function lookup(name: string, sql: string): Argument {
    return { kind: "lookup", name, sql };
}

function bind(withShop: UseShop, ...queries: Query[]): Promise<BoundCase[]> {
    return withShop((database) => withClient(database, (client) => bindCases(client, queries)));
}

describe("bindCases", () => {
    test("binds literals as they are and lookups as PostgreSQL writes them", async ({ withShop }) => {
        const literal: Argument = { kind: "literal", value: ["a", "b"] };
        const instant = lookup("instant", "select timestamptz '2026-01-01 00:00:00.123456+00' at time zone 'UTC'");
        const list = lookup("list", "select tags from product where id = 7");
        const [bound] = await bind(withShop, queryWith([literal, instant, list]));
        expect(bound?.values).toEqual([["a", "b"], "2026-01-01 00:00:00.123456", "{tag7,group1}"]);
    });

    test("executes each lookup once", async ({ withShop }) => {
        const random = lookup("random", "select gen_random_uuid()");
        const bound = await bind(withShop, queryWith([random], [random]), queryWith([random]));
        expect(bound).toHaveLength(3);
        expect(new Set(bound.flatMap(({ values }) => values)).size).toBe(1);
    });

    test.for([
        ["no row", "select id from sale where false"],
        ["2 rows", "select id from sale where id < 3"],
        ["2 columns", "select 1, 2"],
        ["null", "select max(id) from sale where false"],
        ['relation "sales" does not exist', "select id from sales"],
        ["cannot execute SELECT INTO in a read-only transaction", "select id into copy from sale"],
    ] as const)("refuses a lookup that gives %s", async ([happened, sql], { withShop }) => {
        const bound = bind(withShop, queryWith([lookup("hot_sale", sql)]));
        await expect(bound).rejects.toMatchObject({
            kind: "usage",
            parts: { tried: 'look up the value "hot_sale"', happened: expect.stringContaining(happened) as string },
        });
    });
});
