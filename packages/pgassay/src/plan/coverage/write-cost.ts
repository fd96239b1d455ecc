import pg from "pg";
import { quoteName } from "../../core/quote.ts";
import { useExtension } from "../../server/extension.ts";
import { queryFile } from "../../server/query-file.ts";
import { undone } from "../undone.ts";

const logQuery = new URL("../../../sql/plan/index-log.sql", import.meta.url);

/** So many rows are written again, or all that a table has. */
const sampledRows = 100;

/** The first version in which what an open transaction writes can be flushed, and so be read. */
const firstMajor = 17;

const withoutTriggers = "set local session_replication_role = replica";

/** The smallest of some is believed: what else a write does, such as splitting a page, only adds. */
const attempts = 3;

/**
 * Why a server does not tell what single indexes write, in a clause; undefined where it does. Nothing is written to ask.
 *
 * @param client in a transaction
 */
export async function whyLogIsUnread(client: pg.Client): Promise<string | undefined> {
    const version = Number(await one<string>(client, "select pg_catalog.current_setting('server_version_num')"));
    const major = Math.trunc(version / 10_000);
    if (major < firstMajor) {
        return `the server is PostgreSQL ${major}, and what an index writes can be read from ${firstMajor} on`;
    }
    try {
        await undone(client, "log", async () => {
            await useExtension(client, "pg_walinspect");
            await client.query(`${withoutTriggers}; ${mayRead}`);
        });
        return undefined;
    } catch (error) {
        if (error instanceof pg.DatabaseError) return error.message;
        throw error;
    }
}

/** Whether the function may be called is checked before it is. */
const mayRead = "select from pg_get_wal_block_info('0/0', '0/0', false) limit 0";

/**
 * What indexes add to the write-ahead log for one more row of their table. Some rows, the same each time, are deleted
 * and inserted again as they are, and the log is read for what became of each index. Triggers and foreign keys are off
 * meanwhile. Everything is undone, but dead rows stay and make the table longer: whoever compares plans does so first.
 *
 * Source: https://www.postgresql.org/docs/current/pgwalinspect.html, `pg_get_wal_block_info`.
 *
 * @param client with the functions of pg_walinspect, in a transaction that did not make the indexes: what it made itself it
 *     need not log
 * @param indexes of one table
 * @returns bytes by the name of the index; nothing for a table without rows or one whose rows cannot be written
 */
export async function writeCosts(
    client: pg.Client,
    indexes: readonly { readonly schema: string; readonly table: string; readonly name: string }[],
): Promise<ReadonlyMap<string, number>> {
    const [first] = indexes;
    if (first === undefined) return new Map();
    const rewrite = await rewriteStatement(client, first.schema, first.table);
    const names = indexes.map(({ schema, name }) => quoteName(schema, name));
    const rewritten: number[][] = [];
    for (let i = 0; i < attempts; i++) rewritten.push(await rewriteOnce(client, rewrite, names));
    return new Map(
        indexes.flatMap(({ name }, place) => {
            const bytes = Math.min(...rewritten.map((one) => one[place] ?? Infinity));
            return bytes === Infinity ? [] : [[name, Math.round(bytes)]];
        }),
    );
}

/** @returns bytes a row, in the order of the indexes */
async function rewriteOnce(client: pg.Client, rewrite: string, names: readonly string[]): Promise<number[]> {
    try {
        return await undone(client, "rewrite", async () => {
            await client.query(withoutTriggers);
            const from = await one<string>(client, "select pg_catalog.pg_current_wal_insert_lsn()");
            const { rowCount } = await client.query(rewrite);
            // Only what is flushed can be read, and an empty message can be flushed within a transaction.
            const to = await one<string>(
                client,
                "select pg_catalog.pg_logical_emit_message(false, 'pgassay', '', true)",
            );
            const rows = await queryFile<{ bytes: number }>(client, logQuery, [names, from, to]);
            return rowCount ? rows.map(({ bytes }) => bytes / rowCount) : [];
        });
    } catch (error) {
        // A row that cannot be written as it stands, such as one of a materialized view, says nothing about its indexes.
        if (error instanceof pg.DatabaseError) return [];
        throw error;
    }
}

async function one<T>(client: pg.Client, sql: string): Promise<T | undefined> {
    const { rows } = await client.query<[T]>({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
}

async function rewriteStatement(client: pg.Client, schema: string, table: string): Promise<string> {
    const { rows } = await client.query<{ columns: string; percent: number }>(
        `select
            pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum)
                filter (where a.attgenerated = '') as columns,
            (
                select least(100, 100 * ${2 * sampledRows} / greatest(sum(part.reltuples), 1))::float8
                from pg_catalog.pg_class as part
                where
                    part.oid = a.attrelid
                    or part.oid in (select tree.relid from pg_catalog.pg_partition_tree(a.attrelid) as tree where isleaf)
            ) as percent
        from pg_catalog.pg_attribute as a
        where a.attrelid = $1::pg_catalog.regclass and a.attnum > 0 and not a.attisdropped
        group by a.attrelid`,
        [quoteName(schema, table)],
    );
    const { columns = "", percent = 100 } = rows[0] ?? {};
    const name = quoteName(schema, table);
    return `
        with
            sampled as materialized (
                select tableoid as part, ctid as place
                from ${name} tablesample bernoulli (${percent}) repeatable (1)
                limit ${sampledRows}
            ),
            gone as (
                delete from ${name} as old using sampled
                where old.tableoid = sampled.part and old.ctid = sampled.place
                returning old.*
            )
        insert into ${name} (${columns}) overriding system value select ${columns} from gone`;
}
