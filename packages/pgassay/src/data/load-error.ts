import pg from "pg";
import { environmentError, messageOf, PgassayError, usageError } from "../core/errors.ts";
import { isServerTrouble } from "../server/server-trouble.ts";

/** SQLSTATE classes that speak of the server or of our statement: all others are about the row that was sent. */
const notOfRows = /^(?:08|25|40|42|53|54|55|57|58|72|F0|HV|XX)/;

/** Whether an error is the schema's answer to a row: bad data, a broken constraint, or what a function raises. */
export function isRefusal(error: unknown): error is pg.DatabaseError {
    return error instanceof pg.DatabaseError && !notOfRows.test(error.code ?? "XX");
}

/**
 * Sorts what can go wrong in a load into what its reader can act upon: a row that the schema refuses, or a server that
 * fails. Defects of the dataset's code or of ours stay as they are.
 *
 * @param tried what was being done
 * @param state a sentence on what the database is like now
 * @param remedy what to do about a row that was refused
 */
export function loadError(
    error: unknown,
    tried: string,
    state: string,
    remedy = "bring the rows in line with the schema, or the schema with the rows",
): unknown {
    if (isRefusal(error)) {
        const about = [error.message, error.detail, error.where].filter((part) => part !== undefined).join("; ");
        return usageError(
            {
                tried,
                happened: `the schema refused a row: ${about}. ${state}`,
                remedy,
            },
            error,
        );
    }
    if (error instanceof PgassayError && error.kind === "environment") {
        // A server that cannot even be reached knows nothing of a load.
        return environmentError({ ...error.parts, tried, happened: `${error.parts.happened}. ${state}` }, error);
    }
    if (!(error instanceof pg.DatabaseError) && !isServerTrouble(error)) return error;
    return environmentError(
        {
            tried,
            happened: `${messageOf(error)}. ${state}`,
            remedy: "see the server's log; check that it runs, its memory and its disk space",
        },
        error,
    );
}

/** What the database is like after a commit that failed: an error is the server's answer, anything else is none. */
export function stateAfterCommit(error: unknown): string {
    return error instanceof pg.DatabaseError && error.severity === "ERROR"
        ? "Everything was rolled back"
        : "Either all rows are in the tables or none: the answer to the commit was lost";
}
