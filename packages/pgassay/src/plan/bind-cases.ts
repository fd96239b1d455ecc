import type pg from "pg";
import { usageError } from "../core/errors.ts";
import type { PgassayError } from "../core/errors.ts";
import type { Argument, BoundCase, Query } from "../core/query.ts";
import { singleText } from "./single-text.ts";

/** Longest a lookup may run. Values should be found in well under a second; this only keeps a mistake from hanging. */
const lookupTimeoutMs = 60_000;

/**
 * Gives each case of each query its values: literals as the header has them, lookups executed once each, read-only.
 *
 * @throws a usage error when a lookup fails, or returns anything but one row with one value that is not null
 */
export async function bindCases(client: pg.ClientBase, queries: readonly Query[]): Promise<BoundCase[]> {
    return bindValues(queries, await lookUpValues(client, queries));
}

/**
 * Looks up the values that cases name, once each, read-only.
 *
 * @returns PostgreSQL's own text of each value, by its name
 * @throws a usage error when a lookup fails, or returns anything but one row with one value that is not null
 */
export async function lookUpValues(
    client: pg.ClientBase,
    queries: readonly Query[],
): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    await client.query("begin read only");
    try {
        await client.query(`set local statement_timeout = ${lookupTimeoutMs}`);
        for (const argument of queries.flatMap((query) => query.cases.flatMap((one) => one.arguments))) {
            if (argument.kind !== "lookup" || found.has(argument.name)) continue;
            found.set(argument.name, await lookUp(client, argument));
        }
        return found;
    } finally {
        await client.query("rollback");
    }
}

/**
 * Gives each case of each query its values, those that are looked up out of `found`.
 *
 * @throws a usage error when a value that a case names is not among them
 */
export function bindValues(queries: readonly Query[], found: ReadonlyMap<string, string>): BoundCase[] {
    const valueOf = (argument: Argument): unknown => {
        if (argument.kind === "literal") return argument.value;
        const value = found.get(argument.name);
        if (value === undefined) throw lookupError(argument.name, "it is not among the values that are known");
        return value;
    };
    return queries.flatMap((query) =>
        query.cases.map((one) => ({ query, case: one, values: one.arguments.map(valueOf) })),
    );
}

async function lookUp(client: pg.ClientBase, lookup: Extract<Argument, { kind: "lookup" }>): Promise<string> {
    const found = await singleText(client, lookup.sql);
    if ("value" in found) return found.value;
    throw lookupError(lookup.name, found.problem, found.cause);
}

function lookupError(name: string, happened: string, cause?: unknown): PgassayError {
    return usageError(
        {
            tried: `look up the value "${name}"`,
            happened,
            remedy: "make its SQL in values.yaml return one row with one value that is not null, and load the dataset first",
        },
        cause,
    );
}
