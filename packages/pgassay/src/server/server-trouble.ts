import pg from "pg";

/** Classes of SQLSTATE that speak of the server: connection, resources, an operator's stop, the system, its files. */
const classes = /^(?:08|53|57|58|F0|XX)/;

/** Cancelled by a time limit or by somebody: its class is the operator's, but the server is well. */
const queryCanceled = "57014";

/** What node-postgres says of a connection that ended: to the statement under way, and to those after it. */
const connectionLost = /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/;

/** Whether an error says that a statement was stopped, as it is when it takes longer than it may. */
export function isTimeout(error: unknown): boolean {
    return error instanceof pg.DatabaseError && error.code === queryCanceled;
}

/** What a socket to a server says when the other side is gone. */
const connectionCodes = new Set(["ECONNRESET", "ECONNREFUSED", "ECONNABORTED", "EPIPE", "ETIMEDOUT"]);

/** Whether an error says that the server ended the connection or was ended itself, wherever it happened. */
export function isServerGone(error: unknown): boolean {
    if (error instanceof pg.DatabaseError) return /^(?:08|57P)/.test(error.code ?? "");
    if (!(error instanceof Error)) return false;
    return connectionLost.test(error.message) || ("code" in error && connectionCodes.has(String(error.code)));
}

/**
 * Whether an error speaks of the server, or of the connection to it, and not of the statement that was sent.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isServerTrouble(error: unknown): boolean {
    if (error instanceof pg.DatabaseError) return classes.test(error.code ?? "XX") && !isTimeout(error);
    // Sockets say so by an error number.
    return error instanceof Error && (connectionLost.test(error.message) || "errno" in error);
}
