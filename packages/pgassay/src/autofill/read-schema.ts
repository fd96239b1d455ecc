import type pg from "pg";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { queryFile } from "../server/query-file.ts";
import { tableId } from "./schema.ts";
import type { Check, Column, Exclusion, ForeignKey, Key, Schema, Table } from "./schema.ts";
import { resolveType } from "./value-type.ts";
import type { CatalogType } from "./value-type.ts";

const queries = new URL("../../sql/autofill/", import.meta.url);

/** The files of all queries: what they ask for decides which rows there are. */
export const queryFiles: readonly URL[] = [
    "tables",
    "types",
    "columns",
    "checks",
    "keys",
    "foreign-keys",
    "triggers",
].map((name) => new URL(`${name}.sql`, queries));

interface Place {
    readonly schema: string;
    readonly table: string;
}

interface ColumnRow extends Place {
    readonly name: string;
    readonly typeId: string;
    readonly typeText: string;
    readonly isRequired: boolean;
    readonly isGenerated: boolean;
    readonly hasDefault: boolean;
    readonly default: string | null;
    readonly sequence: string | null;
    readonly comment: string;
}

interface KeyRow extends Place {
    readonly name: string;
    readonly parts: readonly string[];
    readonly columns: readonly (string | null)[];
    readonly operators: readonly string[] | null;
    readonly predicate: string | null;
    readonly nullsEqual: boolean;
}

/**
 * Reads what rows of a database must satisfy.
 *
 * @param except tables to leave alone, with their schemas, such as the one of applied migrations
 */
export async function readSchema(database: Database, except: readonly string[]): Promise<Schema> {
    // Expressions name what is outside of the search path with its schema, so that they mean the same anywhere.
    return withClient(database, (client) => readWith(client, except), { searchPath: ["pg_catalog"] });
}

async function readWith(client: pg.Client, except: readonly string[]): Promise<Schema> {
    const tables = await list<Pick<Table, "schema" | "name" | "isPartitioned" | "partitions" | "changesRows">>(
        client,
        "tables",
    );
    const types = new Map((await list<CatalogType>(client, "types")).map((type) => [type.id, type]));
    const columns = byTable(await list<ColumnRow>(client, "columns"));
    const checks = byTable(await list<Place & Check>(client, "checks"));
    const keys = byTable(await list<KeyRow>(client, "keys"));
    const foreignKeys = byTable(
        await list<Place & Omit<ForeignKey, "target"> & { targetSchema: string; targetTable: string }>(
            client,
            "foreign-keys",
        ),
    );
    const triggers = byTable(await list<Place & { name: string; function: string }>(client, "triggers"));
    return {
        tables: tables
            .filter((table) => !except.includes(tableId(table)))
            .map((table) => {
                const resolved = columns(table).map((row) => resolveColumn(row, types));
                return {
                    ...table,
                    columns: resolved.map(({ column }) => column),
                    checks: [...checks(table), ...resolved.flatMap((column) => column.checks)],
                    keys: keys(table).flatMap(uniqueKey),
                    exclusions: keys(table).flatMap(exclusion),
                    foreignKeys: foreignKeys(table).map((key) => ({
                        ...key,
                        target: tableId({ schema: key.targetSchema, name: key.targetTable }),
                    })),
                    triggers: triggers(table),
                };
            }),
    };
}

function resolveColumn(row: ColumnRow, types: ReadonlyMap<string, CatalogType>): { column: Column; checks: Check[] } {
    const { type, isRequired, checks } = resolveType(types, row.typeId, row.typeText);
    return {
        column: {
            name: row.name,
            type,
            typeText: row.typeText,
            isRequired: row.isRequired || isRequired,
            isGenerated: row.isGenerated,
            hasDefault: row.hasDefault,
            sequence: row.sequence ?? sequenceOf(row.default),
            comment: row.comment,
        },
        checks: row.isGenerated
            ? []
            : checks.map(({ name, expression }) => ({
                  name: `${name} of ${row.table}.${row.name}`,
                  expression,
                  domainColumn: row.name,
              })),
    };
}

/** The sequence of a default that takes from one without owning it. */
function sequenceOf(expression: string | null): string | null {
    return /^nextval\('((?:[^']|'')+)'::regclass\)$/.exec(expression ?? "")?.[1]?.replaceAll("''", "'") ?? null;
}

function uniqueKey({ name, parts, columns, operators, predicate, nullsEqual }: KeyRow): Key[] {
    if (operators !== null) return [];
    return [{ name, parts: partsOf(parts, columns), predicate, nullsEqual }];
}

function exclusion({ name, parts, columns, operators, predicate }: KeyRow): Exclusion[] {
    if (operators === null) return [];
    return [
        {
            name,
            parts: partsOf(parts, columns).map((part, i) => ({ ...part, operator: operators[i] ?? "" })),
            predicate,
        },
    ];
}

function partsOf(
    parts: readonly string[],
    columns: readonly (string | null)[],
): { column: string | null; expression: string }[] {
    return parts.map((expression, i) => ({ column: columns[i] ?? null, expression }));
}

async function list<T extends pg.QueryResultRow>(client: pg.Client, name: string): Promise<T[]> {
    return queryFile(client, new URL(`${name}.sql`, queries));
}

/** Finds the rows of a table. */
function byTable<T extends Place>(rows: readonly T[]): (table: Pick<Table, "schema" | "name">) => T[] {
    return (table) => rows.filter((row) => row.schema === table.schema && row.table === table.name);
}
