import pg from "pg";
import { useExtension } from "../../server/extension.ts";
import { queryFile } from "../../server/query-file.ts";
import type { FloorRelation } from "./floor-statement.ts";

const tablesQuery = new URL("../../../sql/plan/floor-tables.sql", import.meta.url);

/** Levels below the root of b-trees, by the OID of the index as text; none is known where pageinspect lacks. */
export type IndexHeights = ReadonlyMap<string, number>;

/**
 * The heights of all b-trees, as far as the server lets them be seen. The extension that tells them is created in a
 * transaction that is rolled back.
 */
export async function readIndexHeights(client: pg.Client): Promise<IndexHeights> {
    await client.query("begin");
    try {
        await useExtension(client, "pageinspect");
        const { rows } = await client.query<{ index: string; height: number }>(
            `select c.oid::text as index, meta.fastlevel::float8 as height
            from
                pg_catalog.pg_class as c
                join pg_catalog.pg_am as am on am.oid = c.relam
                cross join lateral bt_metap(c.oid::regclass::text) as meta
            where c.relkind = 'i' and am.amname = 'btree' and c.oid >= 16384`,
        );
        return new Map(rows.map(({ index, height }) => [index, height]));
    } catch (error) {
        if (error instanceof pg.DatabaseError) return new Map();
        throw error;
    } finally {
        await client.query("rollback");
    }
}

/** A table that holds rows of the result, and what it can be read by. */
export interface FloorTable {
    /** Its OID as text. */
    readonly table: string;
    readonly pages: number;
    /** Those that lie in its rows; what is computed from them when it is read is none. */
    readonly columns: readonly string[];
    readonly indexes: readonly FloorIndex[];
}

export interface FloorIndex {
    readonly oid: string;
    readonly columns: readonly string[];
    readonly keys: readonly string[];
    /** Whether no two rows of the table have the same keys. */
    readonly isUnique: boolean;
}

/** A relation of a statement that is a table. */
export interface FloorSource extends FloorRelation {
    /** Whether its rows may lie in other tables: in partitions, or in tables that inherit from it. */
    readonly hasParts: boolean;
}

/** Those of some relations that are tables. */
export async function tablesAmong(client: pg.Client, relations: readonly FloorRelation[]): Promise<FloorSource[]> {
    const { rows } = await client.query<{ place: number; hasParts: boolean }>(
        `select
            one.place::int - 1 as place,
            c.relhassubclass or c.relkind = 'p' as "hasParts"
        from
            pg_catalog.unnest($1::text[]) with ordinality as one (name, place)
            join pg_catalog.pg_class as c on c.oid = pg_catalog.to_regclass(one.name)
        where c.relkind in ('r', 'p', 'm')
        order by one.place`,
        [relations.map(({ name }) => name)],
    );
    return rows.flatMap(({ place, hasParts }) => {
        const relation = relations[place];
        return relation === undefined ? [] : [{ ...relation, hasParts }];
    });
}

/** The tables with these OIDs. */
export async function readTables(client: pg.Client, oids: readonly string[]): Promise<FloorTable[]> {
    return queryFile(client, tablesQuery, [oids]);
}
