import type pg from "pg";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { queryFile } from "./query-file.ts";

const queries = new URL("../../sql/server/", import.meta.url);

/** What belongs to a database and not to what is in it; `create database … template` does not copy it. */
export interface DatabaseProperties {
    /** Undefined when it is whoever reads this. */
    readonly owner: string | undefined;
    /** What it sets for its sessions, for those of one role where one is named. */
    readonly settings: readonly { readonly role: string | null; readonly name: string; readonly value: string }[];
    /** Its privileges, those of everybody without a grantee; undefined when they are those of any new database. */
    readonly privileges: readonly Privilege[] | undefined;
}

interface Privilege {
    readonly grantee: string | null;
    readonly privilege: string;
    readonly isGrantable: boolean;
}

/**
 * Reads the properties of a database, from any other one.
 *
 * Source: https://www.postgresql.org/docs/current/sql-createdatabase.html, "Notes".
 */
export async function readProperties(client: pg.ClientBase, database: string): Promise<DatabaseProperties> {
    const { rows } = await client.query<{ owner: string | null; isOrdinary: boolean }>(
        `select
            case when r.rolname <> current_user then r.rolname end as owner,
            d.datacl is null as "isOrdinary"
        from
            pg_catalog.pg_database as d
            join pg_catalog.pg_roles as r on r.oid = d.datdba
        where d.datname = $1`,
        [database],
    );
    const [one] = rows;
    if (one === undefined) throw new Error(`no database is called ${database}`);
    return {
        owner: one.owner ?? undefined,
        settings: await list<DatabaseProperties["settings"][number]>(client, "database-settings", database),
        privileges: one.isOrdinary ? undefined : await list<Privilege>(client, "database-privileges", database),
    };
}

/** Gives a new database the properties of the one it was copied from. */
export async function applyProperties(
    client: pg.ClientBase,
    database: string,
    { owner, settings, privileges }: DatabaseProperties,
): Promise<void> {
    const name = quoteName(database);
    if (privileges) await client.query(`revoke all on database ${name} from public`);
    for (const { grantee, privilege, isGrantable } of privileges ?? []) {
        const whom = grantee === null ? "public" : quoteName(grantee);
        const option = isGrantable ? " with grant option" : "";
        await client.query(`grant ${privilege} on database ${name} to ${whom}${option}`);
    }
    for (const { role, name: setting, value } of settings) {
        const whose = role === null ? `database ${name}` : `role ${quoteName(role)} in database ${name}`;
        const [first = "", ...rest] = setting.split(".");
        // A list, such as a search path, is kept as one text; set for a moment, it becomes the same list again.
        await client.query(
            `select pg_catalog.set_config(${quoteLiteral(setting)}, ${quoteLiteral(value)}, true);
            alter ${whose} set ${quoteName(first, ...rest)} from current`,
        );
    }
    // Last: who has given a database away may have no rights in it.
    if (owner !== undefined) await client.query(`alter database ${name} owner to ${quoteName(owner)}`);
}

async function list<T extends object>(client: pg.ClientBase, query: string, database: string): Promise<T[]> {
    return queryFile(client, new URL(`${query}.sql`, queries), [database]);
}
