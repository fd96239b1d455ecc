import type pg from "pg";

/**
 * Those of some tables, with their schemas, whose row-level security does not hold for this session: its user is a
 * superuser, say, or the owner. Plans are without the conditions of their policies then.
 */
export async function tablesWithoutPolicies(client: pg.Client, tables: readonly string[]): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select n.nspname || '.' || c.relname as name
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.relrowsecurity
            and not pg_catalog.row_security_active(c.oid)
            and n.nspname || '.' || c.relname = any ($1::text[])
        order by n.nspname collate "C", c.relname collate "C"`,
        [[...tables]],
    );
    return rows.map(({ name }) => name);
}
