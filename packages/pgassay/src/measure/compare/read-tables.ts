import { readFile } from "node:fs/promises";
import type pg from "pg";
import type { BoundCase } from "../../core/query.ts";
import { subjectOf } from "../../core/run-record.ts";
import { quoteName } from "../../core/quote.ts";
import { withClient } from "../../server/client.ts";
import type { Database } from "../../server/cluster.ts";
import { statementError } from "../../plan/statement-error.ts";

/** What decides how many blocks a query touches in a table, besides the query and the schema. */
export interface TableState {
    readonly rows: number;
    /** A digest of the primary keys in the order in which the rows lie on disk. */
    readonly order: string;
    /** Whether every page is marked all-visible, without which index-only scans read the table. */
    readonly isVacuumed: boolean;
}

/** The tables that each case reads, by `<query>#<case>` and then by schema-qualified name. */
export type TablesRead = ReadonlyMap<string, ReadonlyMap<string, TableState>>;

const tablesReadSql = new URL("../../../sql/compare/tables_read.sql", import.meta.url);

/** Executes each case once, undone, and looks at the tables it has read; each table is looked at once. */
export async function readTables(database: Database, cases: readonly BoundCase[]): Promise<TablesRead> {
    const sql = await readFile(tablesReadSql, "utf8");
    return withClient(database, async (client) => {
        // A sequential scan may else begin where another one is just now.
        await client.query("set synchronize_seqscans = off; set max_parallel_workers_per_gather = 0");
        const states = new Map<string, TableState>();
        const read = new Map<string, Map<string, TableState>>();
        for (const bound of cases) {
            const ofCase = new Map<string, TableState>();
            for (const table of await tablesOf(client, bound, sql)) {
                const name = quoteName(table.schema, table.name);
                const state = states.get(name) ?? (await readState(client, name, table));
                states.set(name, state);
                ofCase.set(name, state);
            }
            read.set(subjectOf({ query: bound.query.id, case: bound.case.name }), ofCase);
        }
        return read;
    });
}

interface TableRead {
    readonly schema: string;
    readonly name: string;
    readonly isVacuumed: boolean;
    /** Empty without a primary key. */
    readonly keyColumns: readonly string[];
}

async function tablesOf(client: pg.Client, bound: BoundCase, sql: string): Promise<readonly TableRead[]> {
    await client.query(bound.query.kind === "read" ? "begin read only" : "begin");
    try {
        await client.query(bound.query.text, [...bound.values]).catch((cause: unknown) => {
            throw statementError("measure", bound, cause);
        });
        return (await client.query<TableRead>(sql)).rows;
    } finally {
        await client.query("rollback");
    }
}

async function readState(client: pg.Client, name: string, table: TableRead): Promise<TableState> {
    // Without a key, rows are told apart by all they hold.
    const key = table.keyColumns.length > 0 ? table.keyColumns.map((column) => quoteName(column)).join(", ") : "t";
    const { rows } = await client.query<{ rows: string; order: string }>(
        `select pg_catalog.count(*) as rows,
                coalesce(pg_catalog.sum(pg_catalog.hashtextextended(key, place)), 0)::text as order
         from (select row(${key})::text as key, pg_catalog.row_number() over () as place from ${name} as t) as placed`,
    );
    const [state] = rows;
    return { rows: Number(state?.rows), order: state?.order ?? "", isVacuumed: table.isVacuumed };
}
