import { expect, test } from "vitest";
import { statementError } from "../../src/plan/statement-error.ts";
import { withClient } from "../../src/server/client.ts";
import { databaseTest } from "../migrate/database-test.ts";
import { queryOf } from "./query-of.ts";

databaseTest("a case that takes too long is told how long it may take", async ({ database }) => {
    const query = queryOf("select pg_sleep(5)");
    const bound = { query, case: query.cases[0], values: [] };
    const cause = await withClient(database, async (client) => {
        await client.query("set statement_timeout = 20");
        return client.query(query.text).catch((error: unknown) => error);
    });
    expect(String(statementError("execute", bound, cause))).toMatch(
        /statement timeout; a case may take a minute\n[^]*fewer rows/,
    );
});

test("an error that is no statement's stays as it is", () => {
    const query = queryOf("select 1");
    const cause = new Error("ours");
    expect(statementError("execute", { query, case: query.cases[0], values: [] }, cause)).toBe(cause);
});
