import type pg from "pg";

/**
 * Makes the functions of an extension callable by their bare names in this session, whatever its search path is and
 * wherever the extension lies; one that is not there is created beside what the server brings, out of everybody's way.
 *
 * @throws what the server says when it has it not, or the user may not create it
 */
export async function useExtension(client: pg.Client, name: "pageinspect" | "pg_walinspect"): Promise<void> {
    await client.query(`create extension if not exists ${name} schema pg_catalog`);
    // At the end of the path, where it hides nothing.
    await client.query(
        `select pg_catalog.set_config(
            'search_path',
            pg_catalog.concat_ws(
                ', ',
                nullif(pg_catalog.current_setting('search_path'), ''),
                pg_catalog.quote_ident(n.nspname)
            ),
            false
        )
        from
            pg_catalog.pg_extension as e
            join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
        where e.extname = $1 and n.nspname <> 'pg_catalog'`,
        [name],
    );
}
