import { withClient, type Database } from "pgassay";

export type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** How often, and how long apart, a session is asked whether it waits: half a minute in all, and nobody waits in vain. */
const tries = 3_000;
const pauseMs = 10;

/**
 * Waits until a session waits for another one, and says whether it came to that.
 *
 * @param isOver whether there is nothing left to wait for
 */
export async function comesToWait(observer: Client, session: Client, isOver = () => false): Promise<boolean> {
    const { processID } = session as unknown as { processID: number };
    for (let count = 0; count < tries && !isOver(); count++) {
        const { rowCount } = await observer.query("select where cardinality(pg_blocking_pids($1)) > 0", [processID]);
        if (rowCount === 1) return true;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    return false;
}

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
    const waits = await comesToWait(observer, waiting, () => over);
    if (!waits && !over) throw new Error("the second session neither ends nor waits for the first");
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
