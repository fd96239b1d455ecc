import type pg from "pg";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import { commonBytes, dependencyBytes, distinctBytes } from "./extended-bytes.ts";
import type { StoredType } from "./extended-bytes.ts";
import type { ExtendedFigures, TableFigures } from "./figures.ts";

/** Casts that `injectExtended` needs; a superuser may make them, because the types are bytes in truth. */
export const extendedCasts = `
    create cast (pg_catalog.bytea as pg_catalog.pg_ndistinct) without function;
    create cast (pg_catalog.bytea as pg_catalog.pg_dependencies) without function;
    create cast (pg_catalog.bytea as pg_catalog.pg_mcv_list) without function`;

/**
 * Writes what `create statistics` objects know. Lists of common values of a type that we cannot store are left out:
 * numbers of any precision, JSON, arrays and the like.
 */
export async function injectExtended(client: pg.Client, table: TableFigures): Promise<void> {
    for (const extended of table.extended) {
        const columns = await describeColumns(client, table, extended.columns);
        const numberOf = (name: string): number => columns.get(name)?.number ?? 0;
        const types = await storedTypes(client, extended, columns);
        await client.query(
            `delete from pg_catalog.pg_statistic_ext_data as d
            using pg_catalog.pg_statistic_ext as e
            where
                d.stxoid = e.oid
                and e.stxnamespace = pg_catalog.to_regnamespace($1)
                and e.stxname = $2
                and d.stxdinherit = $3`,
            [quoteName(extended.schema), extended.name, extended.inherited],
        );
        await client.query(
            `insert into pg_catalog.pg_statistic_ext_data
                (stxoid, stxdinherit, stxdndistinct, stxddependencies, stxdmcv)
            select
                e.oid,
                $3,
                $4::bytea::pg_catalog.pg_ndistinct,
                $5::bytea::pg_catalog.pg_dependencies,
                $6::bytea::pg_catalog.pg_mcv_list
            from pg_catalog.pg_statistic_ext as e
            where e.stxnamespace = pg_catalog.to_regnamespace($1) and e.stxname = $2`,
            [
                quoteName(extended.schema),
                extended.name,
                extended.inherited,
                extended.distinct.length > 0 ? distinctBytes(extended, numberOf) : null,
                extended.dependencies.length > 0 ? dependencyBytes(extended, numberOf) : null,
                extended.common.length > 0 && types !== undefined ? commonBytes(extended, types) : null,
            ],
        );
    }
}

interface DescribedColumn {
    readonly number: number;
    readonly typeOid: number;
    readonly type: string;
    readonly length: number;
    readonly isByValue: boolean;
    /** An enumerated type stores the number of its label. */
    readonly isEnum: boolean;
    readonly baseName: string;
}

async function describeColumns(
    client: pg.Client,
    table: TableFigures,
    names: readonly string[],
): Promise<ReadonlyMap<string, DescribedColumn>> {
    const { rows } = await client.query<DescribedColumn & { readonly name: string }>(
        `select
            a.attname as name,
            a.attnum as number,
            a.atttypid::pg_catalog.int8::pg_catalog.float8 as "typeOid",
            pg_catalog.format_type(a.atttypid, null) as type,
            t.typlen as length,
            t.typbyval as "isByValue",
            t.typtype = 'e' as "isEnum",
            t.typname as "baseName"
        from
            pg_catalog.pg_attribute as a
            join pg_catalog.pg_type as t on t.oid = a.atttypid
            join pg_catalog.pg_class as c on c.oid = a.attrelid
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname = $1 and c.relname = $2 and a.attname = any ($3)`,
        [table.schema, table.name, [...names]],
    );
    return new Map(rows.map(({ name, ...column }) => [name, column]));
}

/** Types whose stored form is what their send function yields, in the order of bytes of the network. */
const fixed = new Map([
    ["bool", "boolsend"],
    ["int2", "int2send"],
    ["int4", "int4send"],
    ["int8", "int8send"],
    ["oid", "oidsend"],
    ["date", "date_send"],
    ["timestamp", "timestamp_send"],
    ["timestamptz", "timestamptz_send"],
    ["float4", "float4send"],
    ["float8", "float8send"],
]);
/** Types whose stored form is a run of bytes. */
const plain = new Map([
    ["uuid", "uuid_send"],
    ["text", "textsend"],
    ["varchar", "varcharsend"],
    ["bpchar", "bpcharsend"],
]);

/** The types whose values can be stored, besides those that are enumerated. */
export const storedTypeNames: readonly string[] = [...fixed.keys(), ...plain.keys()];

/** The stored form of all values of each column; undefined when a column has a type that we cannot store. */
async function storedTypes(
    client: pg.Client,
    { columns, common }: ExtendedFigures,
    described: ReadonlyMap<string, DescribedColumn>,
): Promise<StoredType[] | undefined> {
    const types: StoredType[] = [];
    for (const [i, name] of columns.entries()) {
        const column = described.get(name);
        if (column === undefined) return undefined;
        const values = [...new Set(common.flatMap(({ values: row }) => row[i] ?? []))];
        const stored = await storedValues(client, column, values);
        if (stored === undefined) return undefined;
        types.push({ oid: column.typeOid, length: column.length, isByValue: column.isByValue, stored });
    }
    return types;
}

async function storedValues(
    client: pg.Client,
    { type, baseName, isEnum, typeOid }: DescribedColumn,
    values: readonly string[],
): Promise<ReadonlyMap<string, Buffer> | undefined> {
    const send = fixed.get(baseName) ?? plain.get(baseName);
    const form = isEnum
        ? `(select pg_catalog.oidsend(e.oid) from pg_catalog.pg_enum as e
            where e.enumtypid = ${typeOid} and e.enumlabel = value)`
        : send && `pg_catalog.${send}(value::${type})`;
    if (form === undefined) return undefined;
    const list = values.map((value) => quoteLiteral(value)).join(", ");
    const { rows } = await client.query<{ value: string; bytes: Buffer }>(
        `select value, ${form} as bytes from pg_catalog.unnest(array[${list}]::text[]) as value`,
    );
    const reversed = isEnum || fixed.has(baseName);
    return new Map(rows.map(({ value, bytes }) => [value, reversed ? Buffer.from(bytes).reverse() : bytes]));
}
