import pg from "pg";

/** Quotes SQL identifiers and joins them with dots: `quoteName("public", "order")` yields `"public"."order"`. */
export function quoteName(...parts: readonly [string, ...string[]]): string {
    return parts.map((part) => pg.escapeIdentifier(part)).join(".");
}

/** Quotes a text as an SQL literal, for statements that take no parameters (`create database`, `set`, `comment on`). */
export function quoteLiteral(value: string): string {
    return pg.escapeLiteral(value);
}
