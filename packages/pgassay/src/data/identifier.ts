import { mixBits, Stream } from "./random.ts";

/** A UUID before it is written: its time and the words that its random bits come from, of which only the bits count. */
export interface Uuid {
    /** Milliseconds since 1970. */
    readonly timeMs: number;
    /** Different for every row of a table. */
    readonly unique: number;
    readonly filler: number;
}

/**
 * Makes the primary keys of one table: UUIDs of version 7 (RFC 9562), which sort by time, from the row's number and
 * creation time. Whoever refers to a row computes its key again; none is ever stored.
 */
export class Identifiers {
    readonly #stream: Stream;

    constructor(seed: number, table: string) {
        this.#stream = new Stream(seed, `${table}.id`);
    }

    /** The key of a row. Keys of a table differ because the words of a stream do. */
    of(row: number, createdAtMs: number): Uuid {
        const unique = this.#stream.bits(row);
        return { timeMs: createdAtMs, unique, filler: mixBits(unique ^ 0x5bd1e995) };
    }
}
