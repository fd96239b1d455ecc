import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { usageError } from "../core/errors.ts";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { ByteWriter } from "./byte-writer.ts";
import { copyHeader, copyTrailer } from "./copy.ts";
import type { Table } from "./model.ts";
import type { SuspendedTrigger } from "./triggers.ts";

/** Rows of each table that are made once more. */
const sampleRows = 400;

/** Batches of a table that the sample is taken from, evenly spread. */
const sampleBatches = 20;

/** A table that lives as long as the check. It has the name of the loaded one, which trigger functions may ask for. */
function twinOf(table: Table): string {
    return quoteName("pg_temp", table.name);
}

/** A row trigger that fires on insert, as text that makes it on another table. */
interface RowTrigger {
    readonly name: string;
    readonly beforeTable: string;
    readonly afterTable: string;
}

/**
 * Proves on a sample that rows came out as they would have with the suspended triggers on. A temporary table like the
 * loaded one gets the row triggers, those that fired included, and the same rows, and what they make of them is compared with what was loaded. A
 * trigger that only refuses rows must not refuse these. Statement triggers are not looked at: what they write is
 * elsewhere, and the dataset answers for it.
 *
 * @throws a usage error that names the table, the columns and a row that differ; the server's error when a trigger
 *     refuses a row
 */
export async function checkSuspended(
    client: pg.Client,
    tables: readonly Table[],
    suspended: readonly SuspendedTrigger[],
): Promise<void> {
    for (const table of tables) {
        const names = suspended.filter((trigger) => trigger.table === table.name).map(({ name }) => name);
        if (names.length === 0 || table.rows === 0) continue;
        const triggers = await insertTriggers(client, table.name, names);
        if (!triggers.some(({ name }) => names.includes(name))) continue;
        await inScratch(client, async () => {
            await makeTwin(client, table, triggers);
            await compare(client, table, names);
        });
    }
}

/** Undoes everything that `work` did, also what the triggers wrote elsewhere. */
async function inScratch(client: pg.Client, work: () => Promise<void>): Promise<void> {
    const { rows } = await client.query<{ inside: boolean }>(
        "select pg_catalog.pg_current_xact_id_if_assigned() is not null as inside",
    );
    const isInside = rows[0]?.inside === true;
    await client.query(isInside ? "savepoint pgassay_sample" : "begin");
    await work();
    await client.query(isInside ? "rollback to savepoint pgassay_sample" : "rollback");
}

async function makeTwin(client: pg.Client, table: Table, triggers: readonly RowTrigger[]): Promise<void> {
    const source = quoteName("public", table.name);
    const twin = twinOf(table);
    // Last in the path, so that a function that says no schema still finds the loaded table.
    await client.query(
        `select pg_catalog.set_config(
             'search_path',
             pg_catalog.concat_ws(', ', nullif(pg_catalog.current_setting('search_path'), ''), 'pg_temp'),
             true
         )`,
    );
    await client.query(`create table ${twin} (like ${source} including all excluding indexes)`);
    for (const { beforeTable, afterTable } of triggers) await client.query(`${beforeTable}${twin}${afterTable}`);
    const columns = table.columns.map(({ name }) => quoteName(name)).join(", ");
    const out = new ByteWriter();
    for (const row of sampleOf(table)) table.writeRow(out, row);
    const bytes = Buffer.concat([copyHeader, out.take(), copyTrailer]);
    const sink = client.query(copyFrom(`copy ${twin} (${columns}) from stdin (format binary)`));
    await pipeline(Readable.from([bytes], { objectMode: false }), sink);
    await client.query("set constraints all immediate");
}

/** Rows from all over the table. */
function sampleOf(table: Table): number[] {
    const { batches } = table.order;
    const taken = Math.min(sampleBatches, batches);
    const rows: number[] = [];
    for (let i = 0; i < taken; i++) {
        const batch = table.order.batch(Math.floor((i * batches) / taken));
        const wanted = Math.min(batch.length, sampleRows / taken);
        for (let j = 0; j < wanted; j++) rows.push(batch[Math.floor((j * batch.length) / wanted)] ?? 0);
    }
    return rows;
}

async function compare(client: pg.Client, table: Table, suspended: readonly string[]): Promise<void> {
    const source = quoteName("public", table.name);
    const key = await primaryKey(client, table.name);
    const columns = await comparedColumns(client, table);
    if (key.length === 0 || columns.length === 0) return;
    const differs = (column: string): string =>
        `made.${quoteName(column)}::text is distinct from loaded.${quoteName(column)}::text`;
    const { rows } = await client.query<{ columns: string; key: string }>(
        `select
             pg_catalog.concat_ws(', ', ${columns.map((column) => `case when ${differs(column)} then ${quoteLiteral(column)} end`).join(", ")}) as columns,
             pg_catalog.concat_ws(', ', ${key.map((column) => `made.${quoteName(column)}`).join(", ")}) as key
         from ${twinOf(table)} as made
         left join ${source} as loaded using (${key.map((column) => quoteName(column)).join(", ")})
         where ${columns.map(differs).join(" or ")}
         order by ${key.map((column) => `made.${quoteName(column)}`).join(", ")}
         limit 1`,
    );
    const [row] = rows;
    if (row === undefined) return;
    throw usageError({
        tried: `check on a sample that table ${table.name} does not need its suspended triggers`,
        happened: `${suspended.join(", ")} would have made something else of ${row.columns} in the row with key ${row.key}`,
        remedy: "bring the dataset's model in line with the trigger, or take it off suspendedTriggers",
    });
}

async function primaryKey(client: pg.Client, table: string): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select attribute.attname as name
         from pg_catalog.pg_index as index
         join pg_catalog.pg_attribute as attribute
             on attribute.attrelid = index.indrelid and attribute.attnum = any (index.indkey)
         where index.indisprimary and index.indrelid = $1::pg_catalog.regclass
         order by attribute.attnum`,
        [quoteName("public", table)],
    );
    return rows.map(({ name }) => name);
}

/** All columns but those that the model leaves to a default, which may give each row another value each time. */
async function comparedColumns(client: pg.Client, table: Table): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select attribute.attname as name
         from pg_catalog.pg_attribute as attribute
         where
             attribute.attrelid = $1::pg_catalog.regclass
             and attribute.attnum > 0
             and not attribute.attisdropped
             and (attribute.attname = any ($2) or not attribute.atthasdef and attribute.attidentity = '')
         order by attribute.attnum`,
        [quoteName("public", table.name), table.columns.map(({ name }) => name)],
    );
    return rows.map(({ name }) => name);
}

async function insertTriggers(client: pg.Client, table: string, names: readonly string[]): Promise<RowTrigger[]> {
    const { rows } = await client.query<{ name: string; definition: string; on: string }>(
        `select
             trigger.tgname as name,
             pg_catalog.pg_get_triggerdef(trigger.oid) as definition,
             pg_catalog.format(' ON %I.%I ', namespace.nspname, relation.relname) as "on"
         from pg_catalog.pg_trigger as trigger
         join pg_catalog.pg_class as relation on relation.oid = trigger.tgrelid
         join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
         where
             trigger.tgrelid = $1::pg_catalog.regclass
             and not trigger.tgisinternal
             -- With the others too, whose work the loaded rows have on them.
             and (trigger.tgname = any ($2) or trigger.tgenabled in ('O', 'A'))
             -- The lowest bit is for each row, the third is on insert.
             and trigger.tgtype & 5 = 5
         order by trigger.tgname collate "C"`,
        [quoteName("public", table), names],
    );
    return rows.map(({ name, definition, on }) => {
        const at = definition.indexOf(on);
        if (at < 0) throw new Error(`the definition of trigger ${name} does not name its table: ${definition}`);
        return {
            name,
            beforeTable: definition.slice(0, at + " ON ".length),
            afterTable: definition.slice(at + on.length - 1),
        };
    });
}
