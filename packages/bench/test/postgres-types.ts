import type { withClient } from "pgassay";

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** How a type of PostgreSQL is written in TypeScript: as what node-postgres takes, and as what it returns. */
export interface TypeNames {
    readonly taken: string;
    readonly returned: string;
}

const text: TypeNames = { taken: "string", returned: "string" };
const number: TypeNames = { taken: "number", returned: "number" };
/** More digits than a number keeps. */
const digits: TypeNames = { taken: "number | string", returned: "string" };
const time: TypeNames = { taken: "Date | string", returned: "Date" };

const known: Readonly<Record<string, TypeNames>> = {
    bool: { taken: "boolean", returned: "boolean" },
    date: time,
    float4: number,
    float8: number,
    inet: text,
    int2: number,
    int4: number,
    int8: digits,
    interval: { taken: "string", returned: "Interval" },
    // To be written as text, because a bare array would become an array of PostgreSQL.
    jsonb: { taken: "string", returned: "JsonValue" },
    numeric: digits,
    text,
    timestamptz: time,
    uuid: text,
    varchar: text,
    _int4: { taken: "readonly number[]", returned: "number[]" },
    _text: { taken: "readonly string[]", returned: "string[]" },
    _uuid: { taken: "readonly string[]", returned: "string[]" },
};

/** The TypeScript of types by their OIDs. Enumerated types are those of `@bduf/schema`. */
export async function typeNames(client: Client, oids: readonly number[]): Promise<ReadonlyMap<number, TypeNames>> {
    const { rows } = await client.query<{ oid: number; name: string; isEnum: boolean; element: string | null }>(
        `select
             t.oid::integer as oid,
             t.typname as name,
             t.typtype = 'e' as "isEnum",
             (select e.typname from pg_type as e where e.oid = t.typelem and e.typtype = 'e') as element
         from pg_type as t
         where t.oid = any ($1)`,
        [oids],
    );
    return new Map(
        rows.map(({ oid, name, isEnum, element }) => {
            if (isEnum) return [oid, { taken: pascalCase(name), returned: pascalCase(name) }];
            // node-postgres knows no array of a type that it does not know, and returns its text.
            if (element) return [oid, { taken: `readonly ${pascalCase(element)}[]`, returned: "string" }];
            const names = known[name];
            if (!names) throw new Error(`say in postgres-types.ts what node-postgres makes of ${name}`);
            return [oid, names];
        }),
    );
}

export function pascalCase(name: string): string {
    return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
