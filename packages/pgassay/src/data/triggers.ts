import type pg from "pg";
import { usageError } from "../core/errors.ts";
import { quoteName } from "../core/quote.ts";
import type { Dataset } from "./dataset.ts";

/** A trigger that is off, and the words that turn it on as it was. */
export interface SuspendedTrigger {
    readonly table: string;
    readonly name: string;
    readonly resume: "enable" | "enable always" | "enable replica";
}

/**
 * Turns off the triggers that a dataset suspends, in the present transaction; those that are off anyway stay so.
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
    const { rows } = await client.query<{ table: string; name: string; enabled: string }>(
        `select relation.relname as "table", tgname as name, tgenabled as enabled
         from
             pg_catalog.pg_trigger
             join pg_catalog.pg_class as relation on relation.oid = tgrelid
         where
             relation.relnamespace = 'public'::pg_catalog.regnamespace
             and not tgisinternal
             and relation.relname = any ($1)
             and tgname = any ($2)
         order by relation.relname collate "C", tgname collate "C"`,
        [tables, names],
    );
    requireKnown(dataset, names, new Set(rows.map(({ name }) => name)));
    const triggers: SuspendedTrigger[] = [];
    for (const { table, name, enabled } of rows) {
        const resume = resumeWords.get(enabled);
        if (resume === undefined) continue;
        await client.query(`${alterTable(table)} disable trigger ${quoteName(name)}`);
        triggers.push({ table, name, resume });
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
    for (const { table, name, resume } of triggers) {
        await client.query(`${alterTable(table)} ${resume} trigger ${quoteName(name)}`);
    }
}

/** By `tgenabled`; a trigger that is disabled has none. */
const resumeWords: ReadonlyMap<string, SuspendedTrigger["resume"]> = new Map([
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
