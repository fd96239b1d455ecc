import type pg from "pg";
import { quoteLiteral, quoteName } from "../core/quote.ts";

/** A foreign key of a table that is loaded. */
export interface ForeignKey {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
    /** What `add constraint` takes after the name. */
    readonly definition: string;
    readonly comment: string | null;
}

/** A foreign key that PostgreSQL enforces. */
export interface EnforcedKey extends ForeignKey {
    /** The table it refers to, which may be in another schema. */
    readonly targetTable: string;
}

/** The foreign keys of some tables that PostgreSQL enforces, by table and name. */
export async function enforcedForeignKeys(client: pg.Client, tables: readonly string[]): Promise<EnforcedKey[]> {
    const { rows } = await client.query<EnforcedKey>(
        `select
             namespace.nspname as schema,
             relation.relname as "table",
             con.conname as name,
             target.relname as "targetTable",
             pg_catalog.pg_get_constraintdef(con.oid) as definition,
             pg_catalog.obj_description(con.oid, 'pg_constraint') as comment
         from pg_catalog.pg_constraint as con
         join pg_catalog.pg_class as relation on relation.oid = con.conrelid
         join pg_catalog.pg_class as target on target.oid = con.confrelid
         join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
         where
             con.contype = 'f'
             and con.conparentid = 0
             -- The column is there from 18 on; before, every foreign key was enforced.
             and coalesce((pg_catalog.to_jsonb(con) ->> 'conenforced')::boolean, true)
             and namespace.nspname = 'public'
             and relation.relname = any ($1)
         order by relation.relname collate "C", con.conname collate "C"`,
        [tables],
    );
    return rows;
}

/**
 * How foreign keys are turned off and on: PostgreSQL 18 alters them, older servers have to drop them and make them
 * again. Turning one on checks every row of the table in a single pass, about ten times cheaper than row by row during
 * the load, and fails with 23503 when a row refers to nothing.
 */
export interface ForeignKeySwitch {
    off(client: pg.Client, key: ForeignKey): Promise<void>;
    on(client: pg.Client, key: ForeignKey): Promise<void>;
}

export const alteredKeys: ForeignKeySwitch = {
    off: async (client, key) => {
        await client.query(`${alterTable(key)} alter constraint ${quoteName(key.name)} not enforced`);
    },
    on: async (client, key) => {
        await client.query(`${alterTable(key)} alter constraint ${quoteName(key.name)} enforced`);
    },
};

export const recreatedKeys: ForeignKeySwitch = {
    off: async (client, key) => {
        await client.query(`${alterTable(key)} drop constraint ${quoteName(key.name)}`);
    },
    on: async (client, key) => {
        const { schema, table, name, definition, comment } = key;
        await client.query(`${alterTable(key)} add constraint ${quoteName(name)} ${definition}`);
        if (comment === null) return;
        const on = `${quoteName(name)} on ${quoteName(schema, table)}`;
        await client.query(`comment on constraint ${on} is ${quoteLiteral(comment)}`);
    },
};

function alterTable({ schema, table }: ForeignKey): string {
    return `alter table ${quoteName(schema, table)}`;
}
