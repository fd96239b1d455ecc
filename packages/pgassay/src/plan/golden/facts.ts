import type pg from "pg";
import type { Golden } from "../../core/golden.ts";
import { queryFile } from "../../server/query-file.ts";
import { indexId } from "../plan-names.ts";

const queries = new URL("../../../sql/plan/", import.meta.url);

/** An index, how to make it and how to take it away. */
export interface IndexFact {
    /** What results and goldens call it: its name, with its schema unless that is public. */
    readonly id: string;
    readonly table: string;
    readonly name: string;
    /** False when a concurrent build failed and left it behind: the planner does not use it. */
    readonly isValid: boolean;
    readonly definition: string;
    readonly removal: string;
}

/** What the planner knows of the tables of a query, beside their columns' statistics. */
export interface Facts {
    /**
     * `columns of public.tasks`, with a digest of what there is to say; `indexes of public.tasks`, with their names;
     * `declaration of public.due(date)`, in the words that declare it again.
     */
    readonly evidence: ReadonlyMap<string, string>;
    readonly indexes: readonly IndexFact[];
    /** Rows the planner takes each table to have. */
    readonly rows: ReadonlyMap<string, number>;
}

/**
 * Reads the facts of some tables.
 *
 * @param tables those that the plans read, with their schemas
 * @param named tables and views that the statement names, as it does
 * @param functions names of functions that it calls and of operators that it applies, without their schemas
 */
export async function readFacts(
    client: pg.ClientBase,
    tables: readonly string[],
    named: readonly string[],
    functions: readonly string[],
): Promise<Facts> {
    const [known] = await list<{ relations: readonly string[]; functions: readonly string[] }>(
        client,
        "known-objects",
        [[...tables, ...named], [...functions]],
    );
    const objects = [known?.relations, known?.functions];
    type Fact = { readonly about: string; readonly value: string };
    const digests = await list<Fact>(client, "relation-facts", objects);
    const declared = await list<Fact>(client, "declared-facts", objects);
    const rows = await list<{ name: string; rows: number }>(client, "relation-rows", [[...tables]]);
    return {
        evidence: new Map([...digests, ...declared].map(({ about, value }) => [about, value])),
        indexes: await readIndexes(client, tables),
        rows: new Map(rows.map((row) => [row.name, row.rows])),
    };
}

/** Tables and views that a golden recorded something about, as the statement of then named them. */
export function relationsKnown({ evidence }: Golden): string[] {
    return [...evidence.keys()].map(subjectOfEvidence);
}

/** `public.tasks` of `columns of public.tasks`, `public.due` of `function public.due`. */
export function subjectOfEvidence(about: string): string {
    return about.replace(/^(function |.*? of )/, "");
}

/** Every index of some tables. */
export async function readIndexes(client: pg.ClientBase, tables: readonly string[]): Promise<IndexFact[]> {
    const rows = await list<Omit<IndexFact, "id"> & { schema: string }>(client, "index-definitions", [[...tables]]);
    return rows.map(({ schema, ...index }) => ({ ...index, id: indexId({ schema, name: index.name }) }));
}

/** How indexes are made, by their ids. */
export function definitionsOf(indexes: readonly IndexFact[]): ReadonlyMap<string, string> {
    return new Map(indexes.map(({ id, definition }) => [id, definition]));
}

/** The planner's settings in a session that are not as PostgreSQL has them built in. */
export async function readPlannerSettings(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
    const rows = await list<{ name: string; value: string }>(client, "planner-settings", []);
    return new Map(rows.map(({ name, value }) => [name, value]));
}

async function list<T extends pg.QueryResultRow>(
    client: pg.ClientBase,
    name: string,
    values: readonly unknown[],
): Promise<T[]> {
    return queryFile(client, new URL(`${name}.sql`, queries), values);
}
