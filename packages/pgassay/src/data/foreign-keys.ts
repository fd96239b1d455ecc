import type pg from "pg";
import { quoteName } from "../core/quote.ts";

/** A foreign key of a table that is loaded. */
export interface ForeignKey {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
}

/** The foreign keys of some tables that PostgreSQL enforces, by table and name. */
export async function enforcedForeignKeys(client: pg.Client, tables: readonly string[]): Promise<ForeignKey[]> {
    const { rows } = await client.query<ForeignKey>(
        `select
             namespace.nspname as schema,
             relation.relname as "table",
             con.conname as name
         from pg_catalog.pg_constraint as con
         join pg_catalog.pg_class as relation on relation.oid = con.conrelid
         join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
         where
             con.contype = 'f'
             and con.conparentid = 0
             and con.conenforced
             and namespace.nspname = 'public'
             and relation.relname = any ($1)
         order by relation.relname collate "C", con.conname collate "C"`,
        [tables],
    );
    return rows;
}

/** Stops checking foreign keys, in the present transaction; rows that come now are checked by `enforce`. */
export async function suspend(client: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
    for (const key of keys) await client.query(`${alterConstraint(key)} not enforced`);
}

/**
 * Turns one foreign key on again. PostgreSQL checks every row of the table for it in a single pass, which is about ten
 * times cheaper than row by row during the load.
 *
 * @throws the server's error 23503 when a row refers to nothing
 */
export async function enforce(client: pg.Client, key: ForeignKey): Promise<void> {
    await client.query(`${alterConstraint(key)} enforced`);
}

function alterConstraint({ schema, table, name }: ForeignKey): string {
    return `alter table ${quoteName(schema, table)} alter constraint ${quoteName(name)}`;
}
