import pg from "pg";
import { environmentError, messageOf, usageError } from "../core/errors.ts";

/** SQLSTATE classes of a server that cannot: all others are a row that the schema refuses, or a trigger's protest. */
const serverTrouble = /^(?:08|25|40|42|53|54|55|57|58|F0|XX)/;

/**
 * Sorts what can go wrong in a load into what its reader can act upon: a row that the schema refuses, or a server that
 * fails. Defects of the dataset's code or of ours stay as they are.
 *
 * @param tried what was being done
 * @param state a sentence on what the database is like now
 */
export function loadError(error: unknown, tried: string, state: string): unknown {
    if (error instanceof pg.DatabaseError && !serverTrouble.test(error.code ?? "XX")) {
        const about = [error.message, error.detail, error.where].filter((part) => part !== undefined).join("; ");
        return usageError(
            {
                tried,
                happened: `the schema refused a row: ${about}. ${state}`,
                remedy: "bring the dataset's model of this table in line with the schema",
            },
            error,
        );
    }
    if (!(error instanceof pg.DatabaseError) && !isConnectionError(error)) return error;
    return environmentError(
        {
            tried,
            happened: `${messageOf(error)}. ${state}`,
            remedy: "see the server's log; check that it runs, its memory and its disk space",
        },
        error,
    );
}

/** Whether an error comes from the connection: node-postgres says so in words, sockets by an error number. */
function isConnectionError(error: unknown): boolean {
    return error instanceof Error && (error.message.startsWith("Connection terminated") || "errno" in error);
}
