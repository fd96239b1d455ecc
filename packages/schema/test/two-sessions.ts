import { withClient, type Database } from "pgassay";

export type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** How often, and how long apart, a session is asked whether it waits: five seconds in all. */
const tries = 500;
const pauseMs = 10;

/** What became of a statement: its SQLSTATE, or `done`. */
export async function outcomeOf(statement: Promise<unknown>): Promise<string> {
    try {
        await statement;
        return "done";
    } catch (error) {
        return (error as { code?: string }).code ?? String(error);
    }
}

/** Waits until the session `waiting` waits for another one, or `statement`, which it runs, is over. */
async function untilWaiting(observer: Client, waiting: Client, statement: Promise<unknown>): Promise<void> {
    let over = false;
    void statement.finally(() => (over = true));
    for (let count = 0; count < tries && !over; count++) {
        const { rowCount } = await observer.query("select where cardinality(pg_blocking_pids($1)) > 0", [
            (waiting as unknown as { processID: number }).processID,
        ]);
        if (rowCount === 1) return;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    if (!over) throw new Error("the second session neither ends nor waits for the first");
}

/**
 * Two transactions at the same time: `first` has done its work and not committed when `second` begins its own, and
 * commits as soon as `second` waits for it, or has ended without. Returns what became of both.
 */
export async function compete(database: Database, first: string, second: string): Promise<[string, string]> {
    return withClient(database, (observer) =>
        withClient(database, (early) =>
            withClient(database, async (late) => {
                await early.query("begin");
                await late.query("begin");
                const earlyOutcome = await outcomeOf(early.query(first));
                const lateStatement = outcomeOf(late.query(second));
                await untilWaiting(observer, late, lateStatement);
                await early.query("commit");
                const lateOutcome = await lateStatement;
                // Committing a transaction that failed rolls it back and is no error.
                await late.query("commit");
                return [earlyOutcome, lateOutcome];
            }),
        ),
    );
}
