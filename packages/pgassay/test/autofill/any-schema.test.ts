import fc from "fast-check";
import { expect } from "vitest";
import { autofill } from "../../src/autofill/fill.ts";
import { silent } from "../../src/core/progress.ts";
import { quoteName } from "../../src/core/quote.ts";
import { withClient } from "../../src/server/client.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { anySchema } from "./schema-grammar.ts";
import { validateAll } from "./validate-all.ts";

/** Enough to see every feature beside every other; with another seed, more are tried. */
const numRuns = Number(process.env["PGASSAY_TEST_SCHEMAS"] ?? 20);
const seed = Number(process.env["PGASSAY_TEST_SEED"] ?? 5);

it("fills every table of any schema, or none of them and says why", { timeout: 120_000 }, async ({ database }) => {
    const states = new Set<string>();
    await withClient(database, async (client) => {
        const property = fc.asyncProperty(anySchema, async ({ tables, sql }) => {
            await client.query(`drop schema public cascade; create schema public; ${sql}`);
            const result = await autofill(database, { rows: 40, seed: 1, except: [], progress: silent });
            states.add(result.state);
            const counts = new Map<string, number>();
            for (const table of tables) {
                const { rows } = await client.query(`select count(*)::integer as rows from ${quoteName(table)}`);
                counts.set(table, rows[0].rows);
            }
            if (result.state === "refused") {
                expect([...counts.values()].every((rows) => rows === 0)).toBe(true);
                expect(result.findings.length).toBeGreaterThan(0);
                for (const { subject, message } of result.findings) {
                    expect(tables.some((table) => subject === table || subject.startsWith(`${table}.`))).toBe(true);
                    expect(message).not.toBe("");
                }
                return;
            }
            expect(new Map(result.tables.map(({ name, rows }) => [name, rows]))).toEqual(counts);
            expect([...counts.values()].every((rows) => rows > 0)).toBe(true);
            await client.query(validateAll);
        });
        await fc.assert(property, { numRuns, seed });
    });
    // A grammar whose schemas all end alike would prove half of it.
    expect([...states].toSorted()).toEqual(["filled", "refused"]);
});
