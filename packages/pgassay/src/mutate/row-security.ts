import { readFileSync } from "node:fs";
import type pg from "pg";
import { runStatements, TapOutput, testSearchPath } from "../pgtap/run-file.ts";
import { withClient } from "../server/client.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import type { SuiteFile } from "./suite.ts";

const watch = readFileSync(new URL("../../sql/mutate/watch-row-security.sql", import.meta.url), "utf8");

/** Why mutants of row security are not scored when `meetsRowSecurity` says no. */
export const rowSecurityUnmet =
    "no test reads or writes a row as a role that row security applies to: superusers, roles with bypassrls and owners of a table without force pass all policies";

/**
 * Whether any test is subject to row security. It is observed, not read from the files: policies that count are added
 * to every protected table, and the files are run until one of them was asked.
 */
export async function meetsRowSecurity(
    cluster: Cluster,
    template: Template,
    suite: readonly SuiteFile[],
): Promise<boolean> {
    // Whoever takes a role says so in most cases; the others are tried after them.
    const likelyFirst = suite
        .filter(({ ownTransaction }) => ownTransaction === undefined)
        .toSorted((a, b) => Number(speaksOfRoles(b)) - Number(speaksOfRoles(a)));
    return cluster.withClone(template, (clone) =>
        withClient(
            clone,
            async (client) => {
                await client.query("begin");
                await client.query(watch);
                for (const file of likelyFirst) if (await asksRowSecurity(client, file)) return true;
                return false;
            },
            { searchPath: testSearchPath },
        ),
    );
}

function speaksOfRoles({ text }: SuiteFile): boolean {
    return /\b(?:role|session\s+authorization)\b/i.test(text);
}

async function asksRowSecurity(client: pg.Client, { statements }: SuiteFile): Promise<boolean> {
    await client.query("savepoint watched");
    // Whether its tests pass says nothing here: there are policies that should not be.
    await runStatements(client, statements, new TapOutput());
    await client.query("rollback to savepoint watched");
    const { rows } = await client.query<{ asked: boolean }>("select is_called as asked from tap.row_security_asked");
    return rows[0]?.asked === true;
}
