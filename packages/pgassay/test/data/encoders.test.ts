import fc from "fast-check";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { describe, expect } from "vitest";
import { ByteWriter, fixedText } from "../../src/data/byte-writer.ts";
import { copyChunks } from "../../src/data/copy.ts";
import {
    boolean,
    date,
    type Encoder,
    enumeration,
    integer,
    ipv4,
    numeric,
    text,
    textArray,
    timestamptz,
    uuid,
    uuidArray,
} from "../../src/data/encoders.ts";
import type { Uuid } from "../../src/data/identifier.ts";
import { JsonWriter } from "../../src/data/json-writer.ts";
import { defineTable, type Table } from "../../src/data/model.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

/** A type, values of it, and the text that PostgreSQL must make of each. */
interface Case<Value> {
    readonly type: string;
    readonly encoder: Encoder<Value>;
    readonly values: fc.Arbitrary<Value>;
    readonly shown: (value: Value) => string;
    /** How the column is read. By default as text. */
    readonly expression?: string;
}

/** From the year 1 to 9999, in milliseconds since 1970. */
const instants = fc.integer({ min: Date.UTC(2000, 0, 1) - 6.3e13, max: Date.UTC(9999, 11, 31) });

/** Any text that PostgreSQL can store: no null character, no half of a surrogate pair. */
const texts = fc.string({ unit: "binary", maxLength: 300 }).filter((value) => !value.includes("\0"));

const words = fc.integer({ min: 0, max: 0xffffffff });
const uuids: fc.Arbitrary<Uuid> = fc.record({
    timeMs: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    unique: words,
    filler: words,
});

function hexOf(value: number, digits: number): string {
    return value.toString(16).padStart(digits, "0");
}

/** Written down from RFC 9562 once more: 48 bits of time, version 7, 12 bits, variant 2, 62 bits. */
function uuidText({ timeMs, unique, filler }: Uuid): string {
    const time = hexOf(timeMs, 12);
    const last = hexOf((0x8000_0000 | (filler & 0x3fff_ffff)) >>> 0, 8);
    return [
        time.slice(0, 8),
        time.slice(8),
        `7${hexOf(filler >>> 20, 3)}`,
        last.slice(0, 4),
        last.slice(4) + hexOf(unique, 8),
    ].join("-");
}

function isoOf(instant: number): string {
    return new Date(instant).toISOString();
}

const instantExpression = `to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function numericCase(scale: 0 | 1 | 2 | 3 | 4): Case<number> {
    const unit = 10 ** scale;
    return {
        type: `numeric(15, ${scale})`,
        encoder: numeric(scale),
        values: fc.integer({ min: -1e11, max: 1e11 }).map((units) => units / unit),
        shown: (value) => (value === 0 ? 0 : value).toFixed(scale),
    };
}

const cases = {
    boolean: { type: "boolean", encoder: boolean, values: fc.boolean(), shown: String } satisfies Case<boolean>,
    integer: { type: "integer", encoder: integer, values: fc.integer(), shown: String } satisfies Case<number>,
    text: { type: "text", encoder: text, values: texts, shown: (value) => value } satisfies Case<string>,
    varchar: { type: "varchar(300)", encoder: text, values: texts, shown: (value) => value } satisfies Case<string>,
    enumeration: {
        type: "mood",
        encoder: enumeration(["sad", "glad"]),
        values: fc.constantFrom("sad" as const, "glad" as const),
        shown: (value) => value,
    } satisfies Case<"sad" | "glad">,
    timestamptz: {
        type: "timestamptz",
        encoder: timestamptz,
        values: instants,
        shown: isoOf,
        expression: instantExpression,
    } satisfies Case<number>,
    date: {
        type: "date",
        encoder: date,
        values: instants,
        shown: (instant) => isoOf(instant).slice(0, 10),
    } satisfies Case<number>,
    "numeric(0)": numericCase(0),
    "numeric(1)": numericCase(1),
    "numeric(2)": numericCase(2),
    "numeric(3)": numericCase(3),
    "numeric(4)": numericCase(4),
    uuid: { type: "uuid", encoder: uuid, values: uuids, shown: uuidText } satisfies Case<Uuid>,
    inet: {
        type: "inet",
        encoder: ipv4,
        values: words,
        shown: (word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].join(".") + "/32",
    } satisfies Case<number>,
    "text[]": {
        type: "text[]",
        encoder: textArray,
        values: fc.array(texts, { maxLength: 6 }),
        shown: (values) => JSON.stringify(values),
        expression: "array_to_json(value)::text",
    } satisfies Case<readonly string[]>,
    "uuid[]": {
        type: "uuid[]",
        encoder: uuidArray,
        values: fc.array(uuids, { maxLength: 6 }),
        shown: (values) => JSON.stringify(values.map(uuidText)),
        expression: "array_to_json(value)::text",
    } satisfies Case<readonly Uuid[]>,
};

async function copy(client: pg.Client, table: Table): Promise<void> {
    const columns = table.columns.map(({ name }) => name).join(", ");
    const sink = client.query(copyFrom(`copy ${table.name} (${columns}) from stdin (format binary)`));
    await pipeline(Readable.from([...copyChunks(table, 300)].map(({ bytes }) => bytes)), sink);
}

/** Copies values into a table and reads them back. */
async function roundTrip<Value>(
    client: pg.Client,
    tested: Case<Value>,
    values: readonly (Value | null)[],
): Promise<(string | null)[]> {
    await client.query(`create temp table trip (place integer, value ${tested.type})`);
    const table = defineTable({
        name: "trip",
        rows: values.length,
        facts: (row) => ({ row, value: values[row] as Value | null }),
        columns: (column) => ({
            place: column.of(integer, ({ row }) => row),
            value: column.orNull(tested.encoder, ({ value }) => value),
        }),
    });
    await copy(client, table);
    const { rows } = await client.query<{ shown: string | null }>(
        `select ${tested.expression ?? "value::text"} as shown from trip order by place`,
    );
    await client.query("drop table trip");
    return rows.map(({ shown }) => shown);
}

async function check<Value>(database: Database, tested: Case<Value>): Promise<void> {
    await withClient(database, async (client) => {
        await client.query("create type mood as enum ('sad', 'glad')");
        await fc.assert(
            fc.asyncProperty(fc.array(fc.option(tested.values), { minLength: 1, maxLength: 60 }), async (values) => {
                const expected = values.map((value) => (value === null ? null : tested.shown(value)));
                const shown = await roundTrip(client, tested, values);
                // JSON of PostgreSQL and of JavaScript escape differently: compare what they mean.
                const isArray = tested.expression?.includes("json") === true;
                const meant = (text: string | null): unknown => (text === null || !isArray ? text : JSON.parse(text));
                expect(shown.map(meant)).toEqual(expected.map(meant));
            }),
            { numRuns: 25 },
        );
    });
}

describe("values come back from the server as they were sent:", () => {
    for (const [name, tested] of Object.entries(cases)) {
        it(name, ({ database }) => check(database, tested as Case<unknown>));
    }

    it("jsonb, written piece by piece", async ({ database }) => {
        await withClient(database, async (client) => {
            await client.query("create type mood as enum ('sad', 'glad')");
            await client.query("create temp table documents (place integer, value jsonb)");
            const values = fc.sample(
                fc.array(fc.tuple(texts, texts, fc.integer(), fc.boolean(), fc.array(texts, { maxLength: 3 })), {
                    maxLength: 4,
                }),
                60,
            );
            const table = defineTable({
                name: "documents",
                rows: values.length,
                facts: (row) => ({ row, members: values[row] ?? [] }),
                columns: (column) => ({
                    place: column.of(integer, ({ row }) => row),
                    value: column.jsonb(({ members }, json) => {
                        json.beginArray();
                        for (const [key, string, number, flag, list] of members) {
                            json.beginObject()
                                .key(`k${key}`)
                                .string(string)
                                .key("number")
                                .number(number)
                                .key("list")
                                .beginArray();
                            for (const item of list) json.string(item);
                            json.endArray().key("flag").boolean(flag).key("null").literal("null").endObject();
                        }
                        json.endArray();
                    }),
                }),
            });
            await copy(client, table);
            const { rows } = await client.query<{ value: unknown }>("select value from documents order by place");
            expect(rows.map(({ value }) => value)).toEqual(
                values.map((members) =>
                    members.map(([key, string, number, flag, list]) => ({
                        [`k${key}`]: string,
                        number,
                        list,
                        flag,
                        null: null,
                    })),
                ),
            );
        });
    });

    it("nulls, and texts written piece by piece", async ({ database }) => {
        await withClient(database, async (client) => {
            await client.query("create temp table gaps (place integer, number integer, prose text)");
            const table = defineTable({
                name: "gaps",
                rows: 4,
                facts: (row) => ({ row }),
                columns: (column) => ({
                    place: column.of(integer, ({ row }) => row),
                    number: column.orNull(integer, ({ row }) => (row % 2 === 0 ? row : null)),
                    prose: column.when(
                        ({ row }) => row < 2,
                        column.text(({ row }, out) => {
                            out.text("row ");
                            out.digits(row);
                            out.text(" – ende".repeat(40 * row));
                        }),
                    ),
                }),
            });
            await copy(client, table);
            const { rows } = await client.query("select number, prose from gaps order by place");
            expect(rows).toEqual([
                { number: 0, prose: "row 0" },
                { number: null, prose: `row 1${" – ende".repeat(40)}` },
                { number: 2, prose: null },
                { number: null, prose: null },
            ]);
        });
    });
});

describe("what cannot be written is refused:", () => {
    const out = new ByteWriter();

    it("a label that is not among those of the model", () => {
        const write = enumeration(["sad", "glad"]).field((label: string) => label as "sad");
        expect(() => write(out, "angry")).toThrow("angry is none of the labels sad, glad");
    });

    it("a decimal number of which JavaScript has lost digits", () => {
        const write = numeric(4).field((value: number) => value);
        expect(() => write(out, 1e12)).toThrow("more digits");
    });
});

describe("a string of JSON", () => {
    it("is the same in one piece and put together", () => {
        const written = (write: (json: JsonWriter) => void): string => {
            const out = new ByteWriter();
            write(new JsonWriter(out));
            return out.take().toString();
        };
        expect(written((json) => json.beginArray().joined(fixedText("é-"), 7, fixedText(".txt")).number(1))).toBe(
            written((json) => json.beginArray().string("é-7.txt").number(1)),
        );
    });
});
