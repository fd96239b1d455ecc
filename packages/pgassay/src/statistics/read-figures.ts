import type pg from "pg";
import { environmentError } from "../core/errors.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { queryFile } from "../server/query-file.ts";
import type { ColumnFigures, DeclaredStatistics, IndexFigures, TableFigures } from "./figures.ts";
import { qualifiedName } from "./figures.ts";
import { storedTypeNames } from "./inject-extended.ts";
import { readExtended } from "./read-extended.ts";
import { readIndexPages } from "./read-index-pages.ts";
import type { KnownIndex } from "./read-index-pages.ts";

const queries = new URL("../../sql/statistics/", import.meta.url);

/** Whose row it is. */
interface Place {
    readonly schema: string;
    readonly table: string;
}

/**
 * Reads what the planner knows about every table of a database, which must have been analyzed. The extension
 * pageinspect is created in it: hand over a clone.
 *
 * @param except tables to leave out, as `schema.table`, such as the one of applied migrations
 * @throws an environment error when the server has no pageinspect, or is older than PostgreSQL 17
 */
export async function readFigures(database: Database, except: readonly string[]): Promise<TableFigures[]> {
    return withClient(
        database,
        async (client) => {
            await assertTellsRanges(client);
            const tables = await list<TableRow>(client, "tables");
            const columns = await list<ColumnRow>(client, "columns");
            const indexes = await list<IndexRow>(client, "indexes");
            const extended = await readExtended(client, queries);
            const declared = await list<DeclaredRow>(client, "declared", [storedTypeNames]);
            const references = await list<ReferenceRow>(client, "references");
            const indexPages = await readIndexPages(client, indexes);
            const columnsOf = ({ schema, name }: Pick<TableFigures, "schema" | "name">): ColumnFigures[] =>
                columns.filter((column) => column.schema === schema && column.relation === name).map(columnFigures);
            return tables
                .filter((table) => !except.includes(qualifiedName(table)))
                .map(({ schema, name, rows, isUnknown, pages, allVisible, filling }) => {
                    const ofTable = <T extends Place>(all: readonly T[]): T[] =>
                        all.filter((one) => one.schema === schema && one.table === name);
                    return {
                        schema,
                        name,
                        rows,
                        ...(isUnknown && { isUnknown }),
                        pages,
                        allVisible,
                        ...(filling !== null && { filling }),
                        columns: columnsOf({ schema, name }),
                        indexes: ofTable(indexes).map((index): IndexFigures => ({
                            name: index.name,
                            method: index.method,
                            definition: index.definition,
                            rows: index.rows,
                            pages: index.pages,
                            ...indexPages.get(index),
                            columns: columnsOf({ schema, name: index.name }),
                        })),
                        extended: ofTable(extended).map(({ schema: _schema, table: _table, figures }) => figures),
                        declared: ofTable(declared).map(({ name: called, definition, gap }) => ({
                            name: called,
                            definition,
                            ...(gap !== null && { gap }),
                        })),
                        references: ofTable(references).map(({ column, targetSchema, targetTable }) => ({
                            column,
                            table: `${targetSchema}.${targetTable}`,
                        })),
                    };
                });
        },
        { searchPath: ["public"] },
    );
}

/** `pg_stats` tells how ranges are distributed from this major version on. */
const oldestServer = 17;

async function assertTellsRanges(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ version: string }>(
        "select pg_catalog.current_setting('server_version') as version",
    );
    const version = rows[0]?.version ?? "";
    if (Number.parseInt(version) >= oldestServer) return;
    throw environmentError({
        tried: "read what the planner knows about the tables",
        happened: `the server is PostgreSQL ${version}, which tells less of it than is captured`,
        remedy: `use PostgreSQL ${oldestServer} or newer; without DATABASE_URL and --database-url pgassay starts a server of its own`,
    });
}

interface TableRow {
    readonly schema: string;
    readonly name: string;
    readonly rows: number;
    readonly isUnknown: boolean;
    readonly pages: number;
    readonly allVisible: number;
    readonly filling: string | null;
}

interface IndexRow extends Place, KnownIndex {
    readonly definition: string;
    readonly rows: number;
}

interface DeclaredRow extends Place, Omit<DeclaredStatistics, "gap"> {
    readonly gap: string | null;
}

interface ReferenceRow extends Place {
    readonly column: string;
    readonly targetSchema: string;
    readonly targetTable: string;
}

interface ColumnRow {
    readonly schema: string;
    readonly relation: string;
    readonly name: string;
    readonly type: string;
    readonly inherited: boolean;
    readonly target: number;
    readonly sampling: string | null;
    /** Null when there are no statistics; then all that follow are null. */
    readonly nullFraction: number | null;
    readonly width: number;
    readonly distinct: number;
    readonly correlation: number | null;
    readonly commonValues: readonly string[] | null;
    readonly commonFrequencies: readonly number[] | null;
    readonly histogram: readonly string[] | null;
    readonly elements: readonly string[] | null;
    readonly elementFrequencies: readonly number[] | null;
    readonly elementCounts: readonly number[] | null;
    readonly rangeLengths: readonly string[] | null;
    readonly emptyRangeFraction: number | null;
    readonly rangeBounds: readonly string[] | null;
}

async function list<T extends pg.QueryResultRow>(
    client: pg.Client,
    name: string,
    values: readonly unknown[] = [],
): Promise<T[]> {
    return queryFile(client, new URL(`${name}.sql`, queries), values);
}

function columnFigures(row: ColumnRow): ColumnFigures {
    const column = {
        name: row.name,
        type: row.type,
        inherited: row.inherited,
        ...(row.sampling !== null && { sampling: row.sampling }),
    };
    if (row.nullFraction === null) return column;
    const frequencies = row.commonFrequencies ?? [];
    return {
        ...column,
        values: {
            nullFraction: row.nullFraction,
            width: row.width,
            distinct: row.distinct,
            correlation: row.correlation,
            common: (row.commonValues ?? []).map((value, i) => ({ value, frequency: frequencies[i] ?? 0 })),
            histogram: thinned(row.histogram ?? [], row.target + 1),
            elements: row.elements ?? [],
            elementFrequencies: row.elementFrequencies ?? [],
            elementCounts: row.elementCounts ?? [],
            rangeLengths: row.rangeLengths ?? [],
            emptyRangeFraction: row.emptyRangeFraction,
            rangeBounds: row.rangeBounds ?? [],
        },
    };
}

/**
 * At most so many bounds, evenly chosen, the first and the last among them. The load of a dataset raises one column's
 * target so that every row is read; in production that column has as many bounds as any other.
 */
function thinned(bounds: readonly string[], most: number): readonly string[] {
    if (bounds.length <= most) return bounds;
    return Array.from({ length: most }, (_, i) => bounds[Math.round((i * (bounds.length - 1)) / (most - 1))] ?? "");
}
