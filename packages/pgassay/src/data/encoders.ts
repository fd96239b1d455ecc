import { ByteWriter, fixedText } from "./byte-writer.ts";
import { dayMs } from "./calendar.ts";
import type { Uuid } from "./identifier.ts";

/** Writes one field of a row: its length, or that it is null, and the value. */
export type FieldWriter<Facts> = (out: ByteWriter, facts: Facts) => void;

/**
 * How values become PostgreSQL's binary format, as the type's receive function reads it. The layouts are those of
 * `src/backend/utils/adt` in PostgreSQL.
 */
export interface Encoder<Value> {
    /** Names in `pg_type` of the types that read this format; an enumeration has its labels instead. */
    readonly reads: readonly string[] | { readonly labels: readonly string[] };
    /**
     * Makes a writer of the value that a row's facts yield. Each type's is a function of its own instead of one for
     * all that calls the type's: a row has dozens of fields, and calls that could lead anywhere are most of their cost.
     */
    readonly field: <Facts>(value: (facts: Facts) => Value | null) => FieldWriter<Facts>;
}

/** Type OIDs that array values carry. They are fixed in PostgreSQL's catalog headers. */
const elementOid = { text: 25, uuid: 2950 } as const;

/** Midnight of 1 January 2000, UTC, from which PostgreSQL counts times and days; in milliseconds since 1970. */
const postgresEpochMs = 946_684_800_000;

/** Two to the power of 32. */
const word = 0x1_0000_0000;

export const boolean: Encoder<boolean> = {
    reads: ["bool"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        out.int32(1);
        out.uint8(given ? 1 : 0);
    },
};

export const integer: Encoder<number> = {
    reads: ["int4"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        out.int32(4);
        out.int32(given);
    },
};

export const text: Encoder<string> = {
    reads: ["text", "varchar", "bpchar"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        const start = out.beginLength();
        out.text(given);
        out.endLength(start);
    },
};

export const uuid: Encoder<Uuid> = {
    reads: ["uuid"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        writeUuidField(out, given);
    },
};

/** A time in whole milliseconds since 1970. */
export const timestamptz: Encoder<number> = {
    reads: ["timestamptz"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        // 64 bits of microseconds. JavaScript's numbers hold them exactly up to the year 2285 only, so the upper and
        // the lower half are multiplied apart.
        const sinceEpoch = given - postgresEpochMs;
        const upper = Math.floor(sinceEpoch / word);
        const lower = (sinceEpoch - upper * word) * 1000;
        const view = out.room(12);
        const at = out.length;
        view.setInt32(at, 8);
        view.setInt32(at + 4, upper * 1000 + Math.floor(lower / word));
        view.setInt32(at + 8, lower);
        out.advance(12);
    },
};

/** A day, given by any of its instants in milliseconds since 1970, UTC. */
export const date: Encoder<number> = {
    reads: ["date"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        out.int32(4);
        out.int32(Math.floor((given - postgresEpochMs) / dayMs));
    },
};

/** An address of version 4, as the 32-bit number that its four parts make. */
export const ipv4: Encoder<number> = {
    reads: ["inet"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        out.int32(8);
        // Family PGSQL_AF_INET, all 32 bits, no network, four bytes of address.
        out.int32(0x02_20_00_04);
        out.int32(given);
    },
};

export const textArray: Encoder<readonly string[]> = {
    reads: ["_text"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        const start = out.beginLength();
        writeArrayHeader(out, given.length, elementOid.text);
        for (const element of given) {
            const elementStart = out.beginLength();
            out.text(element);
            out.endLength(elementStart);
        }
        out.endLength(start);
    },
};

export const uuidArray: Encoder<readonly Uuid[]> = {
    reads: ["_uuid"],
    field: (value) => (out, facts) => {
        const given = value(facts);
        if (given === null) return out.nullField();
        const start = out.beginLength();
        writeArrayHeader(out, given.length, elementOid.uuid);
        for (const element of given) {
            writeUuidField(out, element);
        }
        out.endLength(start);
    },
};

/** One of the labels of an enumerated type; the type may have more. */
export function enumeration<const Label extends string>(labels: readonly Label[]): Encoder<Label> {
    const written = new Map(labels.map((label) => [label, fixedText(label)]));
    return {
        reads: { labels },
        field: (value) => (out, facts) => {
            const given = value(facts);
            if (given === null) return out.nullField();
            const label = written.get(given);
            if (label === undefined) throw new RangeError(`${given} is none of the labels ${labels.join(", ")}`);
            out.int32(label.length);
            out.fixed(label);
        },
    };
}

/**
 * A decimal number rounded to so many digits after the point, for `numeric` columns of that scale. With them it has at
 * most 15 digits, as many as a number of JavaScript surely has.
 *
 * @param scale 0 to 4
 */
export function numeric(scale: 0 | 1 | 2 | 3 | 4): Encoder<number> {
    const unit = 10 ** scale;
    return {
        reads: ["numeric"],
        field: (value) => (out, facts) => {
            const given = value(facts);
            if (given === null) return out.nullField();
            const units = Math.round(Math.abs(given) * unit);
            if (units > Number.MAX_SAFE_INTEGER) throw new RangeError(`${given} has more digits than can be written`);
            const whole = Math.floor(units / unit);
            const fraction = (units - whole * unit) * (numericBase / unit);
            const start = out.beginLength();
            writeNumeric(out, given < 0 && units > 0, whole, fraction, scale);
            out.endLength(start);
        },
    };
}

/** A `numeric` consists of digits to this base. */
const numericBase = 10_000;

/** Bytes of the longest `numeric` that is written: its head, four digits for 2⁵³ and one after the point. */
const mostNumericBytes = 8 + 2 * 5;

/** Writes a decimal number: a whole part and ten-thousandths. */
function writeNumeric(out: ByteWriter, isNegative: boolean, whole: number, fraction: number, scale: number): void {
    const view = out.room(mostNumericBytes);
    const head = out.length;
    let count = 0;
    for (let rest = whole; rest > 0; rest = rest < numericBase ? 0 : Math.floor(rest / numericBase)) count++;
    const weight = count - 1;
    let rest = whole;
    for (let i = weight; i >= 0; i--) {
        const next = i === 0 ? 0 : Math.floor(rest / numericBase);
        view.setInt16(head + 8 + 2 * i, rest - next * numericBase);
        rest = next;
    }
    if (fraction > 0) view.setInt16(head + 8 + 2 * count++, fraction);
    // Trailing zeros are not stored; neither are leading ones, which only a number below 1 could have.
    while (count > 0 && view.getInt16(head + 6 + 2 * count) === 0) count--;
    view.setInt16(head, count);
    view.setInt16(head + 2, count === 0 ? 0 : weight);
    view.setInt16(head + 4, isNegative ? 0x4000 : 0);
    view.setInt16(head + 6, scale);
    out.advance(8 + 2 * count);
}

/** Version 7: 48 bits of time, then 74 bits of the two words around the version and the variant. */
function writeUuidField(out: ByteWriter, { timeMs, unique, filler }: Uuid): void {
    const view = out.room(20);
    const at = out.length;
    const upper = Math.floor(timeMs / 0x1_0000);
    view.setInt32(at, 16);
    view.setInt32(at + 4, upper);
    view.setInt32(at + 8, ((timeMs - upper * 0x1_0000) << 16) | 0x7000 | (filler >>> 20));
    view.setInt32(at + 12, 0x8000_0000 | (filler & 0x3fff_ffff));
    view.setInt32(at + 16, unique);
    out.advance(20);
}

/** A UUID as PostgreSQL prints it. */
export function uuidText(value: Uuid): string {
    const out = new ByteWriter(20);
    writeUuidField(out, value);
    return out
        .take()
        .toString("hex", 4)
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** An array of one dimension that begins at 1 and has no nulls; an empty one has no dimension. */
function writeArrayHeader(out: ByteWriter, length: number, elementType: number): void {
    out.int32(length === 0 ? 0 : 1);
    out.int32(0);
    out.int32(elementType);
    if (length === 0) return;
    out.int32(length);
    out.int32(1);
}
