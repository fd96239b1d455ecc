import type pg from "pg";
import { counted } from "../core/counted.ts";
import { messageOf } from "../core/errors.ts";

/** A value as PostgreSQL writes it, or why there is none. */
export type SingleText = { readonly value: string } | { readonly problem: string; readonly cause?: unknown };

/** Runs a statement that is to return one row with one value, which is not null. */
export async function singleText(
    client: pg.ClientBase,
    text: string,
    values: readonly unknown[] = [],
): Promise<SingleText> {
    let rows: (string | null)[][];
    try {
        const types = { getTypeParser: () => asText };
        ({ rows } = await client.query<(string | null)[]>({ text, values: [...values], rowMode: "array", types }));
    } catch (cause) {
        return { problem: messageOf(cause), cause };
    }
    if (rows.length !== 1)
        return { problem: `it returned ${rows.length === 0 ? "no row" : counted(rows.length, "row")}` };
    const [row = []] = rows;
    if (row.length !== 1) return { problem: `it returned ${counted(row.length, "column")}` };
    const [value] = row;
    return typeof value === "string" ? { value } : { problem: "it returned null" };
}

/** PostgreSQL's own text of a value survives the way back unchanged, whatever its type; a Date or an object does not. */
function asText(value: string): string {
    return value;
}
