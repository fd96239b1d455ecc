import type pg from "pg";
import { quoteName } from "../core/quote.ts";

/** Rows that ANALYZE reads for each unit of a column's statistics target. */
const sampledRowsPerTarget = 300;

/** The largest statistics target of a column. */
const greatestTarget = 10_000;

/**
 * Leaves a freshly loaded table as autovacuum would in time: all rows frozen and visible, indexes without pending
 * entries, statistics up to date.
 *
 * ANALYZE reads a random sample of larger tables, so that statistics, and with them plans, differ from one load to the
 * next. Here it reads every row: one column is given so high a target that the sample is the table. The other columns
 * keep their own targets, and so as many frequent values and histogram bounds as they have in production. Tables of
 * more than three million rows are sampled all the same.
 */
export async function vacuumAndAnalyze(
    client: pg.Client,
    table: string,
    rows: number,
    schema = "public",
): Promise<void> {
    const name = quoteName(schema, table);
    await client.query(`vacuum (freeze) ${name}`);
    const target = Math.min(greatestTarget, Math.ceil(rows / sampledRowsPerTarget));
    const column = await sampledColumn(client, table, schema);
    if (column === undefined || target <= (await defaultTarget(client))) {
        await client.query(`analyze ${name}`);
        return;
    }
    const alterColumn = `alter table ${name} alter column ${quoteName(column.name)} set statistics`;
    await client.query("begin");
    try {
        await client.query(`${alterColumn} ${target}`);
        await client.query(`analyze ${name}`);
        await client.query(`${alterColumn} ${column.target ?? -1}`);
        await client.query("commit");
    } catch (error) {
        await client.query("rollback").catch(() => {});
        throw error;
    }
}

/**
 * The column whose target is raised, and its own target or null: the first of the primary key or of a unique index,
 * which has no frequent values that more could be known of; else the first that ANALYZE looks at.
 */
async function sampledColumn(
    client: pg.Client,
    table: string,
    schema: string,
): Promise<{ readonly name: string; readonly target: number | null } | undefined> {
    const { rows } = await client.query<{ name: string; target: number | null }>(
        `select attribute.attname as name, attribute.attstattarget as target
         from pg_catalog.pg_attribute as attribute
         join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
         join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
         left join pg_catalog.pg_index as index
             on index.indrelid = relation.oid
             and index.indisunique
             and index.indkey[0] = attribute.attnum
         where
             namespace.nspname = $2
             and relation.relname = $1
             and attribute.attnum > 0
             and not attribute.attisdropped
             and attribute.attgenerated <> 'v'
         order by index.indisprimary desc nulls last, attribute.attnum
         limit 1`,
        [table, schema],
    );
    return rows[0];
}

async function defaultTarget(client: pg.Client): Promise<number> {
    const { rows } = await client.query<{ target: number }>(
        "select pg_catalog.current_setting('default_statistics_target')::integer as target",
    );
    return rows[0]?.target ?? 0;
}
