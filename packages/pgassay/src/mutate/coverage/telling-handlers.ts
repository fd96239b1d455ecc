import { scanSql } from "../../core/sql-text.ts";

/** What a message of ours begins with; the rest of it is JSON. */
export const toldPrefix = "pgassay: ";

/**
 * Tells the client which error a handler has caught. `info` is the one level that reaches every client, and what was
 * told is not taken back by a rollback. Where nothing was caught, as in a WHEN of a CASE, it does nothing.
 */
const tellCaught = `
declare
    pgassay_state text;
    pgassay_schema text;
    pgassay_table text;
    pgassay_column text;
    pgassay_type text;
    pgassay_constraint text;
    pgassay_context text;
begin
    get stacked diagnostics
        pgassay_state = returned_sqlstate,
        pgassay_schema = schema_name,
        pgassay_table = table_name,
        pgassay_column = column_name,
        pgassay_type = pg_datatype_name,
        pgassay_constraint = constraint_name,
        pgassay_context = pg_exception_context;
    raise info '${toldPrefix}%', pg_catalog.jsonb_build_object(
        'told', 'caught', 'sqlstate', pgassay_state, 'schema', pgassay_schema, 'table', pgassay_table,
        'column', pgassay_column, 'type', pgassay_type, 'constraint', pgassay_constraint,
        'context', pgassay_context
    );
exception
    when stacked_diagnostics_accessed_without_active_handler then null;
end;`.replaceAll(/\s+/g, " ");

/** A PL/pgSQL body in which every exception handler first tells what it caught. libpg-query is loaded. */
export function withTellingHandlers(body: string): string {
    if (!/\bexception\b/i.test(body)) return body;
    let isAfterException = false;
    let isHandler = false;
    let before = ";";
    let told = "";
    for (const { kind, text, gap } of scanSql(body)) {
        told += gap + text;
        if (kind === "SQL_COMMENT" || kind === "C_COMMENT") continue;
        const word = text.toLowerCase();
        // Each section of handlers begins with EXCEPTION WHEN, and each further WHEN of it begins a statement.
        if (word === "when" && (before === "exception" || (isAfterException && before === ";"))) isHandler = true;
        if (word === "when" && before === "exception") isAfterException = true;
        if (word === "then" && isHandler) {
            told += tellCaught;
            isHandler = false;
        }
        before = word;
    }
    return told;
}

/** A statement that makes functions or is a DO block, with telling handlers in the bodies that dollar signs quote. */
export function withTellingBodies(statement: string): string {
    if (!/\bexception\b/i.test(statement) || !statement.includes("$")) return statement;
    return scanSql(statement)
        .map(({ kind, text, gap }) => {
            const [, quote, body] = (kind === "SCONST" && /^(\$[^$]*\$)([\s\S]*)\1$/.exec(text)) || [];
            return gap + (quote === undefined || body === undefined ? text : quote + told(body) + quote);
        })
        .join("");
}

/** What is quoted need be no PL/pgSQL; then it has no handlers either. */
function told(body: string): string {
    try {
        return withTellingHandlers(body);
    } catch {
        return body;
    }
}
