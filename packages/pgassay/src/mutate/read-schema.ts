import type pg from "pg";
import { quoteName } from "../core/quote.ts";
import { queryFile } from "../server/query-file.ts";
import type { ObjectName } from "./mutant.ts";
import type {
    Column,
    Constraint,
    DefinitionKind,
    Domain,
    Enum,
    Index,
    Policy,
    Privilege,
    Routine,
    Schema,
    Table,
    Trigger,
} from "./schema.ts";

const queries = new URL("../../sql/mutate/", import.meta.url);

/** Says of which table a row speaks. */
type Of<T> = T & { readonly schema: string; readonly table: string };

/**
 * Reads what can be mutated. The assertions of pgassay must be installed, as they are in the template of the tests. The
 * search path of the session is as before when it returns.
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
    const tables = await list<Omit<Table, TablePart>>(client, "tables", schemas);
    const columns = byTable(await list<Of<Column>>(client, "columns", schemas));
    const constraints = byTable(await list<Of<Constraint>>(client, "constraints", schemas));
    const indexes = byTable(await list<Of<Index>>(client, "indexes", schemas));
    const triggers = byTable(await list<Of<Trigger>>(client, "triggers", schemas));
    const policies = byTable(await list<Of<Policy>>(client, "policies", schemas));
    const enums = await list<Enum>(client, "enums", schemas);
    const domains = await list<Domain>(client, "domains", schemas);
    const functions = await list<RoutineRow>(client, "functions", schemas);
    const privileges = await list<Privilege>(client, "privileges", schemas);
    const definitionOf = await readDefinitions(client, schemas);

    const isKept = ({ schema, name }: ObjectName): boolean => !except.includes(`${schema}.${name}`);
    const routines = new Map(
        functions.map((row) => [
            row.oid,
            {
                ...row,
                shortArguments: definitionOf("arguments", { schema: row.schema, name: row.oid }, row.name),
                properties: definitionOf("function", { schema: row.schema, name: row.oid }, row.name),
                bodyDigest: definitionOf("body", { schema: row.schema, name: row.oid }, row.name),
                grantees: definitionOf("function privileges", { schema: row.schema, name: row.oid }, row.name),
            },
        ]),
    );
    return {
        tables: tables.filter(isKept).map((table) => ({
            ...table,
            columns: columns(table),
            constraints: constraints(table),
            indexes: indexes(table),
            triggers: triggers(table),
            policies: policies(table),
        })),
        enums,
        domains,
        routines: [...routines.values()],
        privileges: privileges.filter(isKept).flatMap((privilege) => {
            if (privilege.kind !== "function") return [privilege];
            const routine = routines.get(privilege.part);
            return routine ? [{ ...privilege, part: "", routine }] : [];
        }),
        definitionOf: (kind, table, part = table.name) => definitionOf(kind, table, part),
    };
}

type TablePart = "columns" | "constraints" | "indexes" | "triggers" | "policies";
type RoutineRow = Omit<Routine, "shortArguments" | "bodyDigest" | "properties" | "grantees"> & { readonly oid: string };

/** What an assertion says of something, by its kind, its table (or the number of a function) and its name. */
type DefinitionLookup = (
    kind: DefinitionKind | "arguments" | "body" | "function" | "function privileges",
    owner: ObjectName,
    name: string,
) => string;

async function readDefinitions(client: pg.Client, schemas: readonly string[]): Promise<DefinitionLookup> {
    const definitions = new Map<string, string>();
    for (const schema of schemas) {
        await setSearchPath(client, quoteName(schema));
        const rows = await list<{ kind: string; owner: string; name: string; definition: string }>(
            client,
            "definitions",
            schema,
        );
        for (const { kind, owner, name, definition } of rows) {
            definitions.set(JSON.stringify([kind, schema, owner, name]), definition);
        }
    }
    return (kind, owner, name) => {
        const definition = definitions.get(JSON.stringify([kind, owner.schema, owner.name, name]));
        if (definition === undefined) throw new Error(`${owner.schema}.${owner.name} has no ${kind} ${name}`);
        return definition;
    };
}

async function setSearchPath(client: pg.Client, path: string): Promise<void> {
    await client.query("select pg_catalog.set_config('search_path', $1, false)", [path]);
}

async function list<T extends pg.QueryResultRow>(
    client: pg.Client,
    name: string,
    ...parameters: readonly unknown[]
): Promise<T[]> {
    return queryFile(client, new URL(`${name}.sql`, queries), parameters);
}

/** Finds the rows of a table. */
function byTable<T>(rows: readonly Of<T>[]): (table: ObjectName) => Of<T>[] {
    return (table) => rows.filter((row) => row.schema === table.schema && row.table === table.name);
}
