import { readFile } from "node:fs/promises";
import type pg from "pg";
import { quoteName } from "../core/quote.ts";
import type { ObjectName } from "./mutant.ts";
import type { Column, Constraint, DefinitionKind, Schema, Table } from "./schema.ts";

const queries = new URL("../../sql/mutate/", import.meta.url);

/** Says of which table a row speaks. */
type Of<T> = T & { readonly schema: string; readonly table: string };

/**
 * Reads what can be mutated. The search path of the session is as before when it returns.
 *
 * @param except tables to leave out, with their schemas, such as the one of applied migrations
 */
export async function readSchema(client: pg.Client, except: readonly string[]): Promise<Schema> {
    const { rows } = await client.query<{ search_path: string }>("show search_path");
    try {
        return await readWith(client, except);
    } finally {
        await setSearchPath(client, rows[0]?.search_path ?? "");
    }
}

async function readWith(client: pg.Client, except: readonly string[]): Promise<Schema> {
    await setSearchPath(client, "");
    const schemas = (await list<{ name: string }>(client, "schemas")).map(({ name }) => name);
    const tables = await list<Omit<Table, "columns" | "constraints">>(client, "tables", schemas);
    const columns = byTable(await list<Of<Column>>(client, "columns", schemas));
    const constraints = byTable(await list<Of<Constraint>>(client, "constraints", schemas));
    const definitions = await readDefinitions(client, schemas);
    return {
        tables: tables
            .filter(({ schema, name }) => !except.includes(`${schema}.${name}`))
            .map((table) => ({ ...table, columns: columns(table), constraints: constraints(table) })),
        definitionOf(kind, table, name) {
            const definition = definitions.get(keyOf(kind, table, name));
            if (definition === undefined) throw new Error(`no ${kind} ${name} on ${table.schema}.${table.name}`);
            return definition;
        },
    };
}

async function readDefinitions(client: pg.Client, schemas: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const definitions = new Map<string, string>();
    for (const schema of schemas) {
        await setSearchPath(client, quoteName(schema));
        const rows = await list<{ kind: DefinitionKind; table: string; name: string; definition: string }>(
            client,
            "definitions",
            schema,
        );
        for (const { kind, table, name, definition } of rows) {
            definitions.set(keyOf(kind, { schema, name: table }, name), definition);
        }
    }
    return definitions;
}

function keyOf(kind: DefinitionKind, table: ObjectName, name: string): string {
    return JSON.stringify([kind, table.schema, table.name, name]);
}

async function setSearchPath(client: pg.Client, path: string): Promise<void> {
    await client.query("select pg_catalog.set_config('search_path', $1, false)", [path]);
}

async function list<T extends pg.QueryResultRow>(
    client: pg.Client,
    name: string,
    ...parameters: readonly unknown[]
): Promise<T[]> {
    const sql = await readFile(new URL(`${name}.sql`, queries), "utf8");
    const { rows } = await client.query<T>(sql, [...parameters]);
    return rows;
}

/** Finds the rows of a table. */
function byTable<T>(rows: readonly Of<T>[]): (table: ObjectName) => Of<T>[] {
    return (table) => rows.filter((row) => row.schema === table.schema && row.table === table.name);
}
