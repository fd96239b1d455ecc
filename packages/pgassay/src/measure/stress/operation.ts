import type pg from "pg";

/**
 * One thing that clients ask for under load: a case of a query, executed as an application does it. Plain data, for the
 * thread of the service gets it as a message.
 */
export interface Operation {
    /** `<area>/<name>#<case>`. */
    readonly subject: string;
    /** Name of the prepared statement; PostgreSQL cuts names at 63 bytes, which a subject may exceed. */
    readonly statement: string;
    readonly writes: boolean;
    /** Begins the transaction: as which role, and with which settings, such as the tenant. */
    readonly begin: string;
    readonly text: string;
    readonly values: readonly unknown[];
}

/**
 * Executes an operation in a transaction of its own and commits it.
 *
 * @returns the answer as a client gets it: JSON, without characters beyond ASCII
 * @throws what node-postgres throws; the transaction is over by then
 */
export async function execute(client: pg.ClientBase, operation: Operation): Promise<string> {
    return inTransaction(client, operation, "commit");
}

/** The answer that an operation gives, without what it writes. */
export async function rehearse(client: pg.ClientBase, operation: Operation): Promise<string> {
    return inTransaction(client, operation, "rollback");
}

async function inTransaction(client: pg.ClientBase, operation: Operation, end: "commit" | "rollback"): Promise<string> {
    const { statement, begin, text, values } = operation;
    try {
        await client.query(begin);
        const { rowCount, rows } = await client.query({ name: statement, text, values: [...values] });
        await client.query(end);
        return asciiJson({ rowCount, rows });
    } catch (error) {
        await client.query("rollback").catch(() => {});
        throw error;
    }
}

/** autocannon puts a body together from chunks that it decodes one by one, which a character of two bytes may straddle. */
function asciiJson(answer: unknown): string {
    return JSON.stringify(answer).replace(
        /[\u0080-\uffff]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
