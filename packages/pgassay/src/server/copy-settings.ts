import type pg from "pg";
import { quoteName } from "../core/quote.ts";

/** A setting that holds in a database, for all roles or for one. */
interface DatabaseSetting {
    readonly role: string | null;
    readonly name: string;
    readonly value: string;
}

/**
 * Gives a database what `alter database … set` and `alter role … in database … set` gave to another one: they are kept
 * beside the databases, and `create database` leaves them out. A migration that sets a search path or a cost means it for
 * every copy.
 */
export async function copySettings(client: pg.ClientBase, from: string, to: string): Promise<void> {
    const { rows } = await client.query<DatabaseSetting>(
        `select
            pg_catalog.pg_get_userbyid(nullif(s.setrole, 0)) as role,
            pg_catalog.split_part(setting, '=', 1) as name,
            pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1) as value
        from
            pg_catalog.pg_db_role_setting as s
            join pg_catalog.pg_database as d on d.oid = s.setdatabase
            cross join pg_catalog.unnest(s.setconfig) as setting
        where d.datname = $1
        order by role, name`,
        [from],
    );
    for (const { role, name, value } of rows) {
        const subject =
            role === null ? `database ${quoteName(to)}` : `role ${quoteName(role)} in database ${quoteName(to)}`;
        const setting = name.split(".").map((part) => quoteName(part));
        await client.query("begin");
        try {
            // A list, such as a search path, is written otherwise than it is kept; `from current` takes it as it is.
            await client.query("select pg_catalog.set_config($1, $2, true)", [name, value]);
            await client.query(`alter ${subject} set ${setting.join(".")} from current`);
        } catch (error) {
            await client.query("rollback");
            throw error;
        }
        await client.query("commit");
    }
}
