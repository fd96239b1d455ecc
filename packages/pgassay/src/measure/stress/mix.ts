import type pg from "pg";
import { didYouMean } from "../../core/closest-name.ts";
import { usageError } from "../../core/errors.ts";
import { quoteLiteral, quoteName } from "../../core/quote.ts";
import type { BoundCase, Query } from "../../core/query.ts";
import { subjectOf } from "../../core/run-record.ts";
import { loadSqlParser } from "../../core/sql-text.ts";
import { bindCases } from "../../plan/bind-cases.ts";
import { findParameters, numberParameters } from "../../plan/parameters.ts";
import { singleText } from "../../plan/single-text.ts";
import type { Operation } from "./operation.ts";

/** A query's place in a mix, as a configuration states it. */
export interface MixEntry {
    /** `<area>/<name>`, whose cases share the weight, or `<area>/<name>#<case>`. */
    readonly query: string;
    readonly weight: number;
    /** What the transaction is told, such as its tenant: SQL that yields one value, in which `:parameter` is the case's. */
    readonly settings?: Readonly<Record<string, string>>;
    /** SQL that yields one number, which every execution of this write raises by one. */
    readonly proof?: string;
}

/** What clients ask for, and as whom. */
export interface Mix {
    /** The role of every transaction; without it that of the connection. */
    readonly role?: string;
    readonly entries: readonly MixEntry[];
}

/** An operation with its share of the requests. */
export interface MixedOperation extends Operation {
    readonly query: string;
    readonly case: string;
    readonly weight: number;
    readonly mayBeEmpty: boolean;
    /** Reads what tells how often it was executed; every write has one. */
    readonly proof?: { readonly text: string; readonly values: readonly unknown[] };
}

/**
 * Makes the operations of a mix: looks up the arguments of its cases, and the settings of their transactions.
 *
 * @param client of a database with the dataset, as a role that may see all of it
 * @throws a usage error when the mix names what does not exist, or its SQL yields no single value
 */
export async function bindMix(client: pg.ClientBase, queries: readonly Query[], mix: Mix): Promise<MixedOperation[]> {
    await loadSqlParser();
    const operations: MixedOperation[] = [];
    for (const entry of mix.entries) {
        const cases = await bindCases(client, [queryOf(entry, queries)]);
        const [, wanted] = entry.query.split("#");
        const chosen = cases.filter((bound) => wanted === undefined || bound.case.name === wanted);
        for (const bound of chosen) {
            const operation = await operationOf(client, bound, entry, mix.role, chosen.length);
            if (operations.some(({ subject }) => subject === operation.subject)) {
                throw mixError(
                    entry,
                    `${operation.subject} is in the mix twice`,
                    "name each case once, with one weight",
                );
            }
            operations.push({ ...operation, statement: `stress_${operations.length}` });
        }
    }
    return operations;
}

function queryOf(entry: MixEntry, queries: readonly Query[]): Query {
    const [id, name] = entry.query.split("#");
    const query = queries.find((one) => one.id === id);
    const known = query ? query.cases.map((one) => `${query.id}#${one.name}`) : queries.map((one) => one.id);
    if (!query || (name !== undefined && !known.includes(entry.query))) {
        throw mixError(entry, `there is no such query or case${didYouMean(entry.query, known)}`, "correct its name");
    }
    if (query.kind !== "read" && entry.proof === undefined) {
        const remedy = "add SQL that yields a number which each execution raises by one, such as a count of its rows";
        throw mixError(entry, "it writes, and has no `proof` by which its writes can be read back", remedy);
    }
    return query;
}

async function operationOf(
    client: pg.ClientBase,
    bound: BoundCase,
    entry: MixEntry,
    role: string | undefined,
    cases: number,
): Promise<Omit<MixedOperation, "statement">> {
    const { query } = bound;
    const writes = query.kind !== "read";
    const begin = [writes ? "begin" : "begin read only"];
    if (role !== undefined) begin.push(`set local role ${quoteName(role)}`);
    for (const [name, sql] of Object.entries(entry.settings ?? {})) {
        const { text, values } = withArguments(entry, sql, bound);
        const found = await singleText(client, text, values);
        if ("problem" in found) {
            const remedy = "make it return one row with one value that is not null";
            throw mixError(entry, `${found.problem}: ${text}`, remedy, found.cause);
        }
        begin.push(`select pg_catalog.set_config(${quoteLiteral(name)}, ${quoteLiteral(found.value)}, true)`);
    }
    const proof = writes && entry.proof !== undefined ? withArguments(entry, entry.proof, bound) : undefined;
    return {
        subject: subjectOf({ query: query.id, case: bound.case.name }),
        query: query.id,
        case: bound.case.name,
        weight: entry.weight / cases,
        mayBeEmpty: bound.case.mayBeEmpty || writes,
        writes,
        begin: begin.join("; "),
        text: query.text,
        values: bound.values,
        ...(proof && { proof }),
    };
}

/** SQL of an entry with the arguments that it names, and no others: a statement has no parameter that it does not use. */
function withArguments(
    entry: MixEntry,
    sql: string,
    { query, values }: BoundCase,
): NonNullable<MixedOperation["proof"]> {
    const used = new Set(findParameters(sql).map(({ name }) => name));
    const unknown = [...used].find((name) => !query.parameters.some((parameter) => parameter.name === name));
    if (unknown !== undefined) {
        const known = query.parameters.map(({ name }) => name);
        throw mixError(
            entry,
            `the query has no parameter :${unknown}${didYouMean(unknown, known)}`,
            "correct its name",
        );
    }
    const given = query.parameters.map((parameter, i) => ({ parameter, value: values[i] }));
    const needed = given.filter(({ parameter }) => used.has(parameter.name));
    return {
        text: numberParameters(
            sql,
            needed.map(({ parameter }) => parameter),
        ),
        values: needed.map(({ value }) => value),
    };
}

function mixError(entry: MixEntry, happened: string, remedy: string, cause?: unknown): Error {
    return usageError({ tried: `put ${entry.query} into the mix of \`stress\``, happened, remedy }, cause);
}
