import pg from "pg";
import { environmentError, messageOf, usageError } from "../core/errors.ts";
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
 */
export function loadError(error: unknown, tried: string, state: string): unknown {
    if (isRefusal(error)) {
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
