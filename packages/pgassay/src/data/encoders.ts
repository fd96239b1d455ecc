import { ByteWriter } from "./byte-writer.ts";
import { dayMs } from "./calendar.ts";
import type { Uuid } from "./identifier.ts";

/**
 * How values become PostgreSQL's binary format, as the type's receive function reads it. The layouts are those of
 * `src/backend/utils/adt` in PostgreSQL; each value is written without its length.
 */
export interface Encoder<Value> {
    /** Names in `pg_type` of the types that read this format; an enumeration has its labels instead. */
    readonly reads: readonly string[] | { readonly labels: readonly string[] };
    readonly write: (out: ByteWriter, value: Value) => void;
}

/** Type OIDs that array values carry. They are fixed in PostgreSQL's catalog headers. */
const elementOid = { text: 25, uuid: 2950 } as const;

/** Midnight of 1 January 2000, UTC, from which PostgreSQL counts times and days; in milliseconds since 1970. */
const postgresEpochMs = 946_684_800_000;

/** Two to the power of 32. */
const word = 0x1_0000_0000;

export const boolean: Encoder<boolean> = {
    reads: ["bool"],
    write: (out, value) => out.uint8(value ? 1 : 0),
};

export const integer: Encoder<number> = {
    reads: ["int4"],
    write: (out, value) => out.int32(value),
};

export const text: Encoder<string> = {
    reads: ["text", "varchar", "bpchar"],
    write: (out, value) => out.text(value),
};

export const uuid: Encoder<Uuid> = {
    reads: ["uuid"],
    write: writeUuid,
};

/** A time in whole milliseconds since 1970. */
export const timestamptz: Encoder<number> = {
    reads: ["timestamptz"],
    write: (out, value) => {
        // 64 bits of microseconds. JavaScript's numbers hold them exactly up to the year 2285 only, so the upper and
        // the lower half are multiplied apart.
        const sinceEpoch = value - postgresEpochMs;
        const upper = Math.floor(sinceEpoch / word);
        const lower = (sinceEpoch - upper * word) * 1000;
        out.int32(upper * 1000 + Math.floor(lower / word));
        out.int32(lower);
    },
};

/** A day, given by any of its instants in milliseconds since 1970, UTC. */
export const date: Encoder<number> = {
    reads: ["date"],
    write: (out, value) => out.int32(Math.floor((value - postgresEpochMs) / dayMs)),
};

/** An address of version 4, as the 32-bit number that its four parts make. */
export const ipv4: Encoder<number> = {
    reads: ["inet"],
    write: (out, value) => {
        // Family PGSQL_AF_INET, all 32 bits, no network, four bytes of address.
        out.int32(0x02_20_00_04);
        out.int32(value);
    },
};

export const textArray: Encoder<readonly string[]> = {
    reads: ["_text"],
    write: (out, values) => {
        writeArrayHeader(out, values.length, elementOid.text);
        for (const value of values) {
            const start = out.beginLength();
            out.text(value);
            out.endLength(start);
        }
    },
};

export const uuidArray: Encoder<readonly Uuid[]> = {
    reads: ["_uuid"],
    write: (out, values) => {
        writeArrayHeader(out, values.length, elementOid.uuid);
        for (const value of values) {
            out.int32(16);
            writeUuid(out, value);
        }
    },
};

/** One of the labels of an enumerated type; the type may have more. */
export function enumeration<const Label extends string>(labels: readonly Label[]): Encoder<Label> {
    return { reads: { labels }, write: (out, value) => out.text(value) };
}

/**
 * A decimal number rounded to so many digits after the point, for `numeric` columns of that scale.
 *
 * @param scale 0 to 4
 */
export function numeric(scale: 0 | 1 | 2 | 3 | 4): Encoder<number> {
    const unit = 10 ** scale;
    return {
        reads: ["numeric"],
        write: (out, value) => {
            const units = Math.round(Math.abs(value) * unit);
            const whole = Math.floor(units / unit);
            writeNumeric(out, value < 0 && units > 0, whole, (units - whole * unit) * (10_000 / unit), scale);
        },
    };
}

/** Writes a decimal number: a whole part and ten-thousandths, as digits to the base of 10,000. */
function writeNumeric(out: ByteWriter, negative: boolean, whole: number, fraction: number, scale: number): void {
    const digits: number[] = [];
    for (let rest = whole; rest > 0; rest = Math.floor(rest / 10_000)) digits.unshift(rest % 10_000);
    const weight = digits.length - 1;
    if (fraction > 0) digits.push(fraction);
    // Trailing zeros are not stored; neither are leading ones, which only a number below 1 could have.
    while (digits.at(-1) === 0) digits.pop();
    out.int16(digits.length);
    out.int16(digits.length === 0 ? 0 : weight);
    out.int16(negative ? 0x4000 : 0);
    out.int16(scale);
    for (const digit of digits) out.int16(digit);
}

/** Version 7: 48 bits of time, then 74 bits of the two words around the version and the variant. */
function writeUuid(out: ByteWriter, { timeMs, unique, filler }: Uuid): void {
    out.int32(Math.floor(timeMs / 0x1_0000));
    out.int16(timeMs % 0x1_0000);
    out.int16(0x7000 | (filler >>> 20));
    out.int32(0x8000_0000 | (filler & 0x3fff_ffff));
    out.int32(unique);
}

/** A UUID as PostgreSQL prints it. */
export function uuidText(value: Uuid): string {
    const out = new ByteWriter(16);
    writeUuid(out, value);
    return out
        .take()
        .toString("hex")
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
