import pg from "pg";
import { counted } from "../core/counted.ts";
import { environmentError, messageOf, usageError } from "../core/errors.ts";
import type { PgassayError } from "../core/errors.ts";
import type { BoundCase } from "../core/query.ts";
import { isServerTrouble, isTimeout } from "../server/server-trouble.ts";

/** SQLSTATE of a statement that writes where it may not. */
const readOnlyTransaction = "25006";

/**
 * What to tell about a case that failed: its statement has to be corrected, or the server does not work. Defects of
 * ours stay as they are.
 *
 * @param doing what was done with the case: `execute`
 * @param correct how a statement is corrected
 */
export function statementError(
    doing: string,
    { query, case: { name } }: BoundCase,
    cause: unknown,
    correct = "correct the statement, the types of its parameters or the arguments of the case",
): unknown {
    const tried = `${doing} case "${name}" of ${query.file}`;
    const happened = messageOf(cause);
    if (isServerTrouble(cause)) {
        const remedy = "check that the server still runs and has memory and disk to spare, then run it again";
        return environmentError({ tried, happened, remedy }, cause);
    }
    if (!(cause instanceof pg.DatabaseError)) return cause;
    if (isTimeout(cause)) {
        const remedy = "give the case other arguments or an index, or look at it on fewer rows (`--scale`)";
        return usageError({ tried, happened: `${happened}; a case may take a minute`, remedy }, cause);
    }
    const remedy =
        cause.code === readOnlyTransaction
            ? `say \`writes: true\` in the header of ${query.file} if it is to write, which is undone each time`
            : correct;
    return usageError({ tried, happened, remedy }, cause);
}

/** One error of all cases that failed: a change of the schema breaks several at once. */
export function statementErrors(failures: readonly [PgassayError, ...PgassayError[]]): PgassayError {
    const [first] = failures;
    if (failures.length === 1) return first;
    const lines = failures.map(({ parts: { tried, happened } }) => `\n    ${tried}: ${happened}`).join("");
    return usageError({
        tried: "plan all queries",
        happened: `${counted(failures.length, "case")} failed:${lines}`,
        remedy: [...new Set(failures.map(({ parts }) => parts.remedy))].join("; "),
    });
}
