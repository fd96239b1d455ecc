import type pg from "pg";
import type { Query } from "../core/query.ts";

/** Makes a session that may only read, if its query does, and that stops what takes too long. */
export async function guardSession(client: pg.Client, { kind }: Query, timeoutMs: number): Promise<void> {
    await client.query(
        `select pg_catalog.set_config('default_transaction_read_only', $1, false),
                pg_catalog.set_config('statement_timeout', $2, false)`,
        [kind === "read" ? "on" : "off", String(timeoutMs)],
    );
}

/** One execution of a query, in a transaction that is rolled back if it writes: the next one finds what this one found. */
export async function undone<T>(client: pg.Client, { kind }: Query, execute: () => Promise<T>): Promise<T> {
    if (kind === "read") return execute();
    await client.query("begin");
    try {
        return await execute();
    } finally {
        await client.query("rollback");
    }
}
