import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { autofill, type AutofillResult } from "../../src/autofill/fill.ts";
import { silent } from "../../src/core/progress.ts";
import { renderFindings } from "../../src/report/findings.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

const corpus = new URL("corpus/", import.meta.url);
const names = readdirSync(corpus);

/** Cases that cannot be filled have the findings that say so. */
const isRefused = (name: string): boolean => name.startsWith("refused");

async function textOf(name: string, file: string): Promise<string> {
    return readFile(new URL(`${name}/${file}`, corpus), "utf8");
}

async function fill(database: Database, name: string, seed = 1): Promise<AutofillResult> {
    const schema = await textOf(name, "schema.sql");
    await withClient(database, (client) => client.query(schema));
    return autofill(database, { rows: 400, seed, except: [], progress: silent });
}

/** Lets PostgreSQL look at every row again for every constraint there is. */
const validateAll = `
    do $$
    declare
        v_constraint record;
        v_definition text;
    begin
        for v_constraint in
            select conrelid::regclass as place, quote_ident(conname) as name, contype, pg_get_constraintdef(oid) as definition
            from pg_constraint
            where contype in ('c', 'f') and conparentid = 0 and conrelid <> 0 and coninhcount = 0
        loop
            execute format('alter table %s drop constraint %s', v_constraint.place, v_constraint.name);
            execute format(
                'alter table %s add constraint %s %s', v_constraint.place, v_constraint.name, v_constraint.definition
            );
        end loop;
    end
    $$`;

describe("autofill fills schemas of different style", () => {
    for (const name of names.filter((other) => !isRefused(other))) {
        it(name, async ({ database, otherDatabase }) => {
            const result = await fill(database, name);
            if (result.state === "refused") throw new Error(renderFindings(result.findings, { color: false }));
            const text = result.tables.map(({ name: table, rows, digest }) => `${table} ${rows} ${digest}\n`).join("");
            await expect(text).toMatchFileSnapshot(new URL(`${name}/rows.txt`, corpus).pathname);
            const holds = (await textOf(name, "holds.sql")).split(/;\s*\n/).filter((sql) => sql.trim() !== "");
            await withClient(database, async (client) => {
                for (const { name: table, rows } of result.tables) {
                    const { rows: counts } = await client.query(`select count(*)::int as rows from ${table}`);
                    expect({ table, ...counts[0] }).toEqual({ table, rows });
                }
                await client.query(validateAll);
                for (const sql of holds)
                    expect({ sql, rows: (await client.query(sql)).rows }).toEqual({ sql, rows: [] });
            });
            expect(await fill(otherDatabase, name)).toMatchObject({
                tables: result.tables.map(({ digest }) => ({ digest })),
            });
        });
    }
});

describe("autofill explains what it cannot fill, and leaves no row", () => {
    for (const name of names.filter(isRefused)) {
        it(name, async ({ database }) => {
            const result = await fill(database, name);
            const findings = result.state === "refused" ? result.findings : [];
            await expect(renderFindings(findings, { color: false })).toMatchFileSnapshot(
                new URL(`${name}/findings.txt`, corpus).pathname,
            );
            const { rows } = await withClient(database, (client) => client.query("select from fine"));
            expect(rows).toEqual([]);
        });
    }
});
