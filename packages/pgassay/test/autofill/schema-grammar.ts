import fc from "fast-check";
import { quoteName } from "../../src/core/quote.ts";

/** What a column may be, with a check that can hold on its own, and one that speaks of another of its type. */
const kinds = [
    { type: "integer", checks: ["? > 0", "? between 10 and 20", "? % 2 = 0", "? in (1, 2, 3)"], pair: "? < ??" },
    { type: "bigint", checks: ["? >= 1000", "? <> 7"], pair: "?? - ? >= 5" },
    { type: "numeric(8,2)", checks: ["? >= 0", "? < 100.5"], pair: "? <= ??" },
    { type: "text", checks: ["? <> ''", "char_length(?) between 3 and 9", "? ~ '^[a-z]{2}[0-9]+$'"], pair: "? <> ??" },
    { type: "varchar(12)", checks: ["? = upper(?)", "? in ('open', 'closed')"], pair: "(? is null) = (?? is null)" },
    { type: "boolean", checks: ["? is not false"], pair: "? or ??" },
    { type: "date", checks: ["? >= date '2020-01-01'"], pair: "? < ??" },
    { type: "timestamptz", checks: ["? < now()"], pair: "? <= ??" },
    { type: "uuid", checks: [], pair: "num_nonnulls(?, ??) >= 1" },
    { type: "mood", checks: ["? <> 'sad'"], pair: "? is distinct from ??" },
    { type: "code", checks: ["? <> 'AAAA'"], pair: "? is not null or ?? is not null" },
    { type: "integer[]", checks: ["cardinality(?) > 0"], pair: "(? is null) <= (?? is null)" },
    { type: "jsonb", checks: ["jsonb_typeof(?) = 'object'"], pair: "(? is null) = (?? is null)" },
    { type: "int4range", checks: ["not isempty(?)"], pair: "(? is null) = (?? is null)" },
    { type: "bytea", checks: ["octet_length(?) = 4"], pair: "(? is null) = (?? is null)" },
] as const;

const column = fc.record({
    kind: fc.constantFrom(...kinds),
    isRequired: fc.boolean(),
    isUnique: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    check: fc.option(fc.nat()),
    /** A second column of the same type that the first is compared with. */
    isPair: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
});

const table = fc.record({
    key: fc.constantFrom("serial", "integer generated always as identity", "uuid", "text", "two columns"),
    columns: fc.array(column, { maxLength: 4 }),
    /** Tables that this one refers to: itself, those before and those after it. */
    references: fc.array(
        fc.record({
            to: fc.nat({ max: 3 }),
            isRequired: fc.boolean(),
            isUnique: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
        }),
        { maxLength: 2 },
    ),
    extra: fc.option(
        fc.constantFrom(
            "contradiction",
            "refusing trigger",
            "choosy trigger",
            "generated column",
            "exclusion",
            "partitions",
        ),
        { freq: 3 },
    ),
});

type Drawn = typeof table extends fc.Arbitrary<infer T> ? T : never;

/** Small schemas of up to four tables, of every feature that rows depend on; not all of them can have rows. */
export const anySchema = fc.array(table, { minLength: 1, maxLength: 4 }).map((tables) => {
    const names = tables.map((_, i) => `table ${i}`);
    return {
        tables: names,
        sql: [
            "create type mood as enum ('sad', 'fair', 'glad')",
            "create domain code as text check (value ~ '^[A-Z]{4}$')",
            ...tables.map(createTable),
            ...tables.flatMap(foreignKeys),
            ...tables.flatMap(trigger),
        ].join(";\n"),
    };
});

function nameOf(place: number): string {
    return quoteName(`table ${place}`);
}

function createTable({ key, columns, references, extra }: Drawn, place: number): string {
    const isSplit = extra === "partitions";
    const keyColumns = isSplit || key === "two columns" ? ["id", "part"] : ["id"];
    const idType = key === "two columns" ? "integer" : key;
    const lines = [
        `id ${idType} not null`,
        ...(keyColumns.length > 1 ? ["part smallint not null check (part between 0 and 9)"] : []),
        `primary key (${keyColumns.join(", ")})`,
        ...columns.flatMap((drawn, i) => columnLines(drawn, i, isSplit)),
        ...references.flatMap((reference, i) => referenceLine(reference, i, isSplit)),
        ...(extra === "contradiction" ? ["never integer not null check (never > 5 and never < 5)"] : []),
        ...(extra === "generated column" ? ["twice integer generated always as (length(id::text) * 2) stored"] : []),
        ...(extra === "exclusion" ? ["during tstzrange not null, exclude using gist (during with &&)"] : []),
    ];
    const create = `create table ${nameOf(place)} (${lines.join(", ")})`;
    if (!isSplit) return create;
    return `${create} partition by range (part);
        create table ${quoteName(`low ${place}`)} partition of ${nameOf(place)} for values from (0) to (3);
        create table ${quoteName(`high ${place}`)} partition of ${nameOf(place)} for values from (5) to (8)`;
}

function columnLines(
    { kind, isRequired, isUnique, check, isPair }: Drawn["columns"][number],
    i: number,
    isSplit: boolean,
): string[] {
    const [own, other] = [`c${i}`, `d${i}`];
    const text = check === null ? undefined : kind.checks[check % Math.max(kind.checks.length, 1)];
    return [
        `${own} ${kind.type}${isRequired ? " not null" : ""}${isUnique && !isSplit ? " unique" : ""}`,
        ...(text === undefined ? [] : [`check (${text.replaceAll("?", own)})`]),
        ...(isPair
            ? [`${other} ${kind.type}`, `check (${kind.pair.replaceAll("??", other).replaceAll("?", own)})`]
            : []),
    ];
}

function referenceLine({ isRequired, isUnique }: Drawn["references"][number], i: number, isSplit: boolean): string {
    return `r${i} text${isRequired ? " not null" : ""}${isUnique && !isSplit ? " unique" : ""}`;
}

/** Keys are made after all tables, so that they may lead in circles; each column gets the type of what it refers to. */
function foreignKeys({ references }: Drawn, place: number, tables: readonly Drawn[]): string[] {
    return references.flatMap(({ to }, i) => {
        const target = tables[to];
        if (target === undefined || target.extra === "partitions" || target.key === "two columns") return [];
        const type = target.key === "uuid" || target.key === "text" ? target.key : "integer";
        return [
            `alter table ${nameOf(place)} alter r${i} type ${type} using r${i}::${type}`,
            `alter table ${nameOf(place)} add foreign key (r${i}) references ${nameOf(to)}`,
        ];
    });
}

function trigger({ extra }: Drawn, place: number): string[] {
    const body =
        extra === "refusing trigger"
            ? "raise 'never'"
            : extra === "choosy trigger"
              ? "if hashtext(new.id::text) % 3 = 0 then raise 'not this one'; end if; return new"
              : undefined;
    if (body === undefined) return [];
    const called = quoteName(`ask ${place}`);
    return [
        `create function ${called}() returns trigger language plpgsql as $$ begin ${body}; end $$`,
        `create trigger ${called} before insert on ${nameOf(place)} for each row execute function ${called}()`,
    ];
}
