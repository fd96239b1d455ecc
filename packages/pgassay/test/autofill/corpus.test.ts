import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { autofill, type AutofillResult } from "../../src/autofill/fill.ts";
import { silent } from "../../src/core/progress.ts";
import { renderFindings } from "../../src/report/findings.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { validateAll } from "./validate-all.ts";

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
                    // Partitions have the rows of their table, and tables that inherit from it have others.
                    const { rows: counts } = await client.query(
                        `select count(*)::integer as rows
                         from ${table} as stored
                         join pg_class as place on place.oid = stored.tableoid
                         where place.oid = $1::regclass or place.relispartition`,
                        [table],
                    );
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
