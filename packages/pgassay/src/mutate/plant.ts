import pg from "pg";
import type { Verdict } from "../core/mutation-run.ts";
import type { Mutant } from "./mutant.ts";

/** Nobody else works in a clone: whoever waits for a lock there waits for ever. */
const lockTimeoutMs = 2_000;

export type Stillborn = Extract<Verdict, { kind: "stillborn" }>;

/**
 * Plants mutants in a transaction of the client, hands over to `use` and rolls back.
 *
 * @returns what `use` returns, or that PostgreSQL would not have one of the mutants
 */
export async function withPlanted<T>(
    client: pg.Client,
    mutants: readonly Mutant[],
    use: () => Promise<T>,
): Promise<T | Stillborn> {
    await client.query(`begin; set local lock_timeout = ${lockTimeoutMs}`);
    try {
        for (const mutant of mutants) {
            const stillborn = await plant(client, mutant);
            if (stillborn) return stillborn;
        }
        return await use();
    } finally {
        await client.query("rollback");
    }
}

/** Runs the statements of a mutant; when one fails, the mutant is stillborn. */
export async function plant(client: pg.Client, mutant: Mutant): Promise<Stillborn | undefined> {
    for (const sql of mutant.sql) {
        try {
            await client.query(sql);
        } catch (error) {
            if (!(error instanceof pg.DatabaseError)) throw error;
            return { kind: "stillborn", sqlstate: error.code ?? "", reason: error.message };
        }
    }
    return undefined;
}
