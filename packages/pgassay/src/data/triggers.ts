import type pg from "pg";
import { usageError } from "../core/errors.ts";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { queryFile } from "../server/query-file.ts";
import type { Dataset } from "./dataset.ts";

/** A trigger that does not fire, and the statements that make it fire as it did. */
export interface SuspendedTrigger {
    readonly table: string;
    readonly name: string;
    readonly resume: readonly string[];
}

const findTriggers = new URL("../../sql/data/suspended-triggers.sql", import.meta.url);

/** What the catalog says of a trigger. */
interface CatalogTrigger {
    readonly table: string;
    readonly name: string;
    readonly enabled: string;
    /** The statement that creates it, if that is all there is to it. */
    readonly definition: string | null;
    readonly comment: string | null;
}

/**
 * Lets the triggers that a dataset suspends not fire, in the present transaction; those that are off anyway stay so.
 * They are dropped where a statement makes them again as they were: PostgreSQL writes rows one by one into a table that
 * has a row trigger, and keeps a copy of each for a statement trigger, even if both are off.
 *
 * @throws a usage error when the dataset names a trigger that none of its tables has: it would go on firing under
 *     another name, unnoticed
 */
export async function suspendTriggers(
    client: pg.Client,
    dataset: Dataset,
    tables: readonly string[],
): Promise<SuspendedTrigger[]> {
    const names = dataset.suspendedTriggers ?? [];
    const rows = await queryFile<CatalogTrigger>(client, findTriggers, [tables, names]);
    requireKnown(dataset, names, new Set(rows.map(({ name }) => name)));
    const triggers: SuspendedTrigger[] = [];
    for (const { table, name, enabled, definition, comment } of rows) {
        const words = resumeWords.get(enabled);
        if (words === undefined) continue;
        const enable = `${alterTable(table)} ${words} trigger ${quoteName(name)}`;
        const on = `${quoteName(name)} on ${quoteName("public", table)}`;
        if (definition === null) {
            await client.query(`${alterTable(table)} disable trigger ${quoteName(name)}`);
            triggers.push({ table, name, resume: [enable] });
            continue;
        }
        await client.query(`drop trigger ${on}`);
        const explain = comment === null ? [] : [`comment on trigger ${on} is ${quoteLiteral(comment)}`];
        triggers.push({ table, name, resume: [definition, enable, ...explain] });
    }
    return triggers;
}

/** Whether a trigger will fire on insert that is not known to look at its row alone. */
export async function isAnyTriggerReading(
    client: pg.Client,
    dataset: Dataset,
    tables: readonly string[],
): Promise<boolean> {
    const { rowCount } = await client.query(
        `select
         from
             pg_catalog.pg_trigger
             join pg_catalog.pg_class as relation on relation.oid = tgrelid
         where
             relation.relnamespace = 'public'::pg_catalog.regnamespace
             and not tgisinternal
             and tgenabled in ('O', 'A')
             -- The third bit is on insert.
             and tgtype & 4 = 4
             and relation.relname = any ($1)
             and not tgname = any ($2)
         limit 1`,
        [tables, dataset.rowOnlyTriggers ?? []],
    );
    return rowCount === 1;
}

/** Turns suspended triggers on again; rows that came meanwhile have not fired them and never will. */
export async function resumeTriggers(client: pg.Client, triggers: readonly SuspendedTrigger[]): Promise<void> {
    for (const statement of triggers.flatMap(({ resume }) => resume)) await client.query(statement);
}

/** By `tgenabled`; a trigger that is disabled has none. */
const resumeWords: ReadonlyMap<string, string> = new Map([
    ["O", "enable"],
    ["A", "enable always"],
    ["R", "enable replica"],
]);

function requireKnown(dataset: Dataset, names: readonly string[], known: ReadonlySet<string>): void {
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length === 0) return;
    throw usageError({
        tried: `load dataset ${dataset.name}`,
        happened: `it suspends ${unknown.join(", ")}, a trigger that none of its tables has`,
        remedy: "apply the migrations the dataset was written for, or correct its suspendedTriggers",
    });
}

function alterTable(table: string): string {
    return `alter table ${quoteName("public", table)}`;
}
