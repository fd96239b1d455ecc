import type { ExtendedFigures } from "./figures.ts";

/**
 * PostgreSQL reads what `create statistics` objects know in a binary form only, and before version 19 has no function
 * that makes it. These write the forms of versions 14 to 18 on little-endian machines, which all that we start are.
 */

/** Finds the number of a column. */
export type NumberOf = (column: string) => number;

/** `pg_ndistinct`, without the length that PostgreSQL puts before every value. */
export function distinctBytes({ distinct }: ExtendedFigures, numberOf: NumberOf): Buffer {
    const items = distinct.map(({ columns, figure }) =>
        Buffer.concat([float8(figure), int4(columns.length), ...columns.map((column) => int2(numberOf(column)))]),
    );
    return Buffer.concat([int4(0xa352bfa4), int4(1), int4(items.length), ...items]);
}

/** `pg_dependencies`. */
export function dependencyBytes({ dependencies }: ExtendedFigures, numberOf: NumberOf): Buffer {
    const items = dependencies.map(({ columns, determines, degree }) =>
        Buffer.concat([
            float8(degree),
            int2(columns.length + 1),
            ...[...columns, determines].map((column) => int2(numberOf(column))),
        ]),
    );
    return Buffer.concat([int4(0xb4549a2c), int4(1), int4(items.length), ...items]);
}

/** How values of a column are stored. */
export interface StoredType {
    readonly oid: number;
    /** Bytes, or -1 for values that tell their own length. */
    readonly length: number;
    readonly isByValue: boolean;
    /** The stored form of each value, by its text. */
    readonly stored: ReadonlyMap<string, Buffer>;
}

/** `pg_mcv_list`: the values of each column once, then the combinations by their places. */
export function commonBytes({ common }: ExtendedFigures, types: readonly StoredType[]): Buffer {
    const dictionaries = types.map((type) => [...type.stored.keys()]);
    const dimensions = types.map(({ length, isByValue, stored }) => {
        const sizes = [...stored.values()].map((value) => value.length);
        const bytes = sizes.reduce((sum, size) => sum + size + (length === -1 ? 4 : 0), 0);
        // What the values take in memory, each aligned to eight bytes and with a length of its own where it has one.
        const aligned = sizes.reduce((sum, size) => sum + Math.ceil((size + (length === -1 ? 4 : 0)) / 8) * 8, 0);
        return Buffer.concat([
            int4(stored.size),
            int4(bytes),
            int4(isByValue ? 0 : aligned),
            int4(length),
            Buffer.from([isByValue ? 1 : 0, 0, 0, 0]),
        ]);
    });
    const values = types.flatMap(({ length, stored }) =>
        [...stored.values()].map((value) => (length === -1 ? Buffer.concat([int4(value.length), value]) : value)),
    );
    const items = common.map(({ values: combination, frequency, baseFrequency }) =>
        Buffer.concat([
            Buffer.from(combination.map((value) => (value === null ? 1 : 0))),
            float8(frequency),
            float8(baseFrequency),
            ...combination.map((value, i) => int2(value === null ? 0 : (dictionaries[i]?.indexOf(value) ?? 0))),
        ]),
    );
    return Buffer.concat([
        int4(0xe1a651c2),
        int4(1),
        int4(common.length),
        int2(types.length),
        ...types.map(({ oid }) => int4(oid)),
        ...dimensions,
        ...values,
        ...items,
    ]);
}

function int2(value: number): Buffer {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value & 0xffff);
    return bytes;
}

function int4(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
}

function float8(value: number): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return bytes;
}
