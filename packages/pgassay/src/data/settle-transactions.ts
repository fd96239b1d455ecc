import type pg from "pg";

/** How long to wait for transactions that others have begun; one that lasts longer is none of ours. */
const patienceMs = 10_000;
const pauseMs = 5;

/** Transactions whose numbers lie side by side share one mark of how far the log must be on disk. */
const transactionsPerMark = 32;

/**
 * Waits until every transaction that has begun in the cluster is over, and known to be: VACUUM marks a page as visible
 * to all only then, and index-only scans touch more blocks where it did not. Two things of others keep it from that,
 * by chance: a transaction in any database that is older than the rows, as the snapshots of all that ANALYZE reach back
 * to it; and a commit that is not on disk yet, of a transaction whose number is next to that of the rows.
 *
 * Whoever keeps a transaction open for longer than ten seconds is not waited for; VACUUM then does what it can.
 */
export async function settleTransactions(client: pg.Client): Promise<void> {
    await client.query("set synchronous_commit = on");
    for (let i = 0; i < transactionsPerMark; i++) await commitSomething(client);
    const { rows } = await client.query<{ next: string }>(
        "select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text as next",
    );
    const untilMs = performance.now() + patienceMs;
    for (;;) {
        const { rowCount } = await client.query(
            "select where pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()) >= $1::text::pg_catalog.xid8",
            [rows[0]?.next],
        );
        if (rowCount === 1 || performance.now() > untilMs) break;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    // It is on disk only after all that was committed before it.
    await commitSomething(client);
}

/** A transaction with a number and a record in the log: without a record, its commit would not wait for the disk. */
async function commitSomething(client: pg.Client): Promise<void> {
    await client.query("select pg_catalog.pg_logical_emit_message(true, 'pgassay', '')");
}
