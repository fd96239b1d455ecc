import { beforeAll, describe, expect } from "vitest";
import { loadSqlParser } from "../../src/core/sql-text.ts";
import { parameterConstants, valueTexts } from "../../src/plan/plan-constants.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as test } from "../migrate/database-test.ts";
import { queryOf } from "./query-of.ts";

beforeAll(loadSqlParser);

/** What the constants of a plan of a statement with one parameter stand for. */
async function sourcesOf(database: Database, text: string, type: string, value: unknown): Promise<[string, string][]> {
    return withClient(database, async (client) => {
        await client.query("begin");
        const query = queryOf(text, { parameters: [{ name: "given", type }] });
        const bound = { query, case: query.cases[0], values: [value] };
        return [...(await parameterConstants(client, bound, await valueTexts(client, bound)))];
    });
}

describe("the constants of a plan", () => {
    test.for([
        ["inet", "10.0.5.3", "10.0.5.3"],
        ["boolean", true, "true"],
        ["character(4)", "ab", "ab  "],
        ["money", "5.5", "$5.50"],
        ["integer[]", [1, 2], "{1,2}"],
    ] as const)("are known by what a plan shows of a value of type %s", async ([type, value, shown], { database }) => {
        expect(await sourcesOf(database, `select $1::${type}`, type, value)).toEqual([[shown, ":given"]]);
    });

    test.for([
        ["select id from sale where id = $1::int limit 5 offset 5", [["5", ":given"]]],
        ["select id from sale where id = $1::int fetch first 5 rows only", [["5", ":given"]]],
        ["select id from sale where id = $1::int and line <> 5 limit 7", []],
    ] as const)("may be how many rows are wanted, which none shows: %s", async ([text, expected], { database }) => {
        expect(await sourcesOf(database, text, "int", 5)).toEqual(expected);
    });
});
