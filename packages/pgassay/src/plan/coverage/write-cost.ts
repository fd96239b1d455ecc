import pg from "pg";
import { quoteName } from "../../core/quote.ts";
import { explainStatement } from "../explain.ts";
import { undone } from "../undone.ts";
import { withoutIndex } from "./ablation.ts";
import type { TableIndex } from "./table-indexes.ts";

/** So many rows are written again, or all that a table has. */
const sampledRows = 100;

/** The smallest of some is believed: what else a write does, such as splitting a page, only adds. */
const attempts = 3;

/**
 * What an index adds to the write-ahead log for one more row of its table. Some rows, the same each time, are deleted
 * and inserted again as they are, with all indexes and without this one. Triggers and foreign keys are off meanwhile:
 * their work is not the index's. Everything is undone, but dead rows stay and make the table longer: whoever compares
 * plans does so first.
 *
 * @returns bytes; nothing for a table without rows, or one whose rows cannot be written
 */
export async function writeCost(client: pg.Client, index: TableIndex): Promise<number | undefined> {
    const rewrite = await rewriteStatement(client, index.schema, index.table);
    // Each attempt leaves dead rows behind, so that two are only comparable when they follow each other.
    const whole: Rewrite[] = [];
    const without: Rewrite[] = [];
    for (let i = 0; i < attempts; i++) {
        const [all, one] = [
            await rewriteOnce(client, rewrite),
            await withoutIndex(client, index, () => rewriteOnce(client, rewrite)),
        ];
        if (!all || !one) return undefined;
        whole.push(all);
        without.push(one);
    }
    return Math.max(0, Math.round(cheapest(whole) - cheapest(without)));
}

interface Rewrite {
    readonly bytes: number;
    readonly rows: number;
}

function cheapest(rewrites: readonly Rewrite[]): number {
    return Math.min(...rewrites.map(({ bytes, rows }) => bytes / rows));
}

async function rewriteOnce(client: pg.Client, rewrite: string): Promise<Rewrite | undefined> {
    try {
        return await undone(client, "rewrite", async () => {
            await client.query("set local session_replication_role = replica");
            const plan = await explainStatement(client, rewrite, [], "analyze, wal, timing off");
            const rows = plan.children.find(({ subplan }) => subplan === undefined)?.rows ?? 0;
            return rows === 0 ? undefined : { bytes: plan.wal.bytes, rows };
        });
    } catch (error) {
        // A row that cannot be written as it stands, such as one of a materialized view, says nothing about its indexes.
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    }
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
