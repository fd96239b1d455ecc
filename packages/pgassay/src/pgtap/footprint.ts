import { readFileSync } from "node:fs";
import type pg from "pg";

const footprint = readFileSync(new URL("../../sql/pgtap/footprint.sql", import.meta.url), "utf8");

/**
 * Rows that were rolled back and lie in a table still, at most. Some ten pages of them: as many as the planner takes a
 * table for that nobody analyzed, so that plans and the order of rows stay those of a new table.
 */
const mostDeadRows = 100;

/** What is the same again after a test file that left nothing behind. */
export interface Footprint {
    readonly database: string;
    readonly session: string;
    readonly dead_rows: number;
}

/** What a file leaves unfit for the next: the clone, at least the session, or nothing. */
export type Unfit = "clone" | "session" | "nothing";

/**
 * Ends all that a session can be made to forget, and reads what it and its database look like then.
 *
 * @returns nothing where the server does not let us look, as those before PostgreSQL 18
 */
export async function readFootprint(client: pg.Client): Promise<Footprint | undefined> {
    try {
        const [, , , { rows }] = await Promise.all([
            client.query("discard all"),
            // Nearly every assertion of pgTAP loads PL/pgSQL; loaded before the first it says nothing after the others.
            client.query("do $$ begin end $$"),
            // Counters of dead rows are otherwise written once a second.
            client.query("select pg_catalog.pg_stat_force_next_flush()"),
            client.query<Footprint>(footprint),
        ]);
        return rows[0];
    } catch {
        // Whatever the reason, nobody vouches for this clone; a server that is gone shows when the next one is made.
        return undefined;
    }
}

/** What is unfit for another test file, judged by the footprints before the last one and after it. */
export function unfitAfter(before: Footprint | undefined, after: Footprint | undefined): Unfit {
    if (!before || !after || before.database !== after.database || after.dead_rows > mostDeadRows) return "clone";
    return before.session === after.session ? "nothing" : "session";
}
