import pg from "pg";
import { environmentError, messageOf, usageError } from "../core/errors.ts";
import type { PgassayError } from "../core/errors.ts";
import type { BoundCase } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";

/** SQLSTATEs by which PostgreSQL says that a statement was stopped, or that it may not write. */
const queryCanceled = "57014";
const readOnlyTransaction = "25006";

/** Classes of SQLSTATE that speak of the server and not of the statement: connection, resources, operator, system. */
const serverClasses = new Set(["08", "53", "57", "58", "XX"]);

/** Whether an execution was stopped because it took too long. */
export function isTimeout(cause: unknown): boolean {
    return cause instanceof pg.DatabaseError && cause.code === queryCanceled;
}

/** What to tell about an execution that failed, by what node-postgres threw. */
export function executionError(bound: BoundCase, cause: unknown): PgassayError {
    const tried = `measure ${subjectOf({ query: bound.query.id, case: bound.case.name })}`;
    const sqlstate = cause instanceof pg.DatabaseError ? (cause.code ?? "") : "";
    if (sqlstate === readOnlyTransaction) {
        const remedy = `take ${bound.query.file} out of the queries: only statements that read can be measured`;
        return usageError({ tried, happened: messageOf(cause), remedy }, cause);
    }
    if (sqlstate === "" || serverClasses.has(sqlstate.slice(0, 2))) {
        const remedy = "check that the server still runs and has memory and disk to spare, then measure again";
        return environmentError({ tried, happened: messageOf(cause), remedy }, cause);
    }
    const remedy = `correct the statement or the arguments of the case in ${bound.query.file}`;
    return usageError({ tried, happened: messageOf(cause), remedy }, cause);
}
