import { expect } from "vitest";
import { tablesWithoutPolicies } from "../../src/plan/policies.ts";
import { withClient } from "../../src/server/client.ts";
import { databaseTest as test } from "../migrate/database-test.ts";

test("policies that do not hold for the user are known, and those that do are not named", async ({ database }) => {
    await withClient(database, async (client) => {
        await client.query(`
            begin;
            create role policies_reader;
            create table open (id int);
            create table guarded (tenant int);
            alter table guarded enable row level security;
            grant select on open, guarded to policies_reader`);
        const tables = ["public.open", "public.guarded"];
        expect(await tablesWithoutPolicies(client, tables)).toEqual(["public.guarded"]);
        expect(await tablesWithoutPolicies(client, ["public.open"])).toEqual([]);
        await client.query("set local role policies_reader");
        expect(await tablesWithoutPolicies(client, tables)).toEqual([]);
        await client.query("rollback");
    });
});
