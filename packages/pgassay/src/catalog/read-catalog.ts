import type pg from "pg";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { queryFile } from "../server/query-file.ts";
import type {
    Catalog,
    Column,
    Constraint,
    Enum,
    ForeignKey,
    Index,
    Policy,
    Privilege,
    Routine,
    Table,
    Trigger,
} from "./catalog.ts";

const queries = new URL("../../sql/catalog/", import.meta.url);

/** Says of which table a row speaks. */
type Of<T> = T & { readonly schema: string; readonly table: string };

/**
 * Reads what a database holds: tables, views, enumerated types and routines with all that belongs to them. What the system and
 * extensions brought is left out.
 *
 * @param except tables to leave out, with their schemas, such as the one of applied migrations
 */
export async function readCatalog(database: Database, except: readonly string[]): Promise<Catalog> {
    // Definitions name what is outside of the search path with its schema, so the server's own must not decide.
    return withClient(database, (client) => readWith(client, except), { searchPath: ["public"] });
}

async function readWith(client: pg.Client, except: readonly string[]): Promise<Catalog> {
    const tables = await list<Pick<Table, "schema" | "name" | "kind" | "rowSecurity" | "comment">>(client, "tables");
    const columns = byTable(await list<Of<Column>>(client, "columns"));
    const constraints = byTable(await list<Of<Constraint>>(client, "constraints"));
    const foreignKeys = byTable(await list<Of<ForeignKey>>(client, "foreign-keys"));
    const indexes = byTable(await list<Of<Index>>(client, "indexes"));
    const triggers = byTable(await list<Of<Trigger>>(client, "triggers"));
    const policies = byTable(await list<Of<Policy>>(client, "policies"));
    const privileges = byTable(await list<Of<Privilege>>(client, "privileges"));
    return {
        tables: tables
            .filter(({ schema, name }) => !except.includes(`${schema}.${name}`))
            .map((table) => ({
                ...table,
                columns: columns(table),
                constraints: constraints(table),
                foreignKeys: foreignKeys(table),
                indexes: indexes(table),
                triggers: triggers(table),
                policies: policies(table),
                privileges: privileges(table),
            })),
        enums: await list<Enum>(client, "enums"),
        routines: await list<Routine>(client, "routines"),
    };
}

async function list<T extends pg.QueryResultRow>(client: pg.Client, name: string): Promise<T[]> {
    return queryFile(client, new URL(`${name}.sql`, queries));
}

/** Finds the rows of a table. */
function byTable<T>(rows: readonly Of<T>[]): (table: Pick<Table, "schema" | "name">) => Of<T>[] {
    return (table) => rows.filter((row) => row.schema === table.schema && row.table === table.name);
}
