import type pg from "pg";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { queryFile } from "../server/query-file.ts";

/** An index that is absent while its table is loaded, with everything that makes it again as it was. */
export interface DroppedIndex {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
    /** The statement that creates it, as PostgreSQL gives it back. */
    readonly definition: string;
    readonly comment: string | null;
    readonly tablespace: string | null;
    /** Whether CLUSTER goes by it. */
    readonly isClustered: boolean;
    /** Whether logical replication names old rows by it. */
    readonly isReplicaIdentity: boolean;
    /** Statistics targets of its columns, where they have their own. */
    readonly targets: readonly { readonly column: number; readonly target: number }[] | null;
}

const findIndexes = new URL("../../sql/data/droppable-indexes.sql", import.meta.url);

/**
 * Drops the indexes of some tables that nothing depends on. What stays: indexes behind a primary key, a unique or an
 * exclusion constraint, or that a foreign key refers to, those of partitioned tables, and invalid ones.
 */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<DroppedIndex[]> {
    const rows = await queryFile<DroppedIndex>(client, findIndexes, [tables]);
    if (rows.length > 0) {
        await client.query(`drop index ${rows.map(({ schema, name }) => quoteName(schema, name)).join(", ")}`);
    }
    return rows;
}

/** Statements that create an index again, byte for byte as it was in the catalog. */
export function indexStatements(index: DroppedIndex): string[] {
    const { schema, table, name, definition, comment, tablespace, targets } = index;
    const quoted = quoteName(schema, name);
    const alterTable = `alter table ${quoteName(schema, table)}`;
    return [
        definition,
        ...(tablespace === null ? [] : [`alter index ${quoted} set tablespace ${quoteName(tablespace)}`]),
        ...(targets ?? []).map(
            ({ column, target }) => `alter index ${quoted} alter column ${column} set statistics ${target}`,
        ),
        ...(comment === null ? [] : [`comment on index ${quoted} is ${quoteLiteral(comment)}`]),
        ...(index.isClustered ? [`${alterTable} cluster on ${quoteName(name)}`] : []),
        ...(index.isReplicaIdentity ? [`${alterTable} replica identity using index ${quoteName(name)}`] : []),
    ];
}
