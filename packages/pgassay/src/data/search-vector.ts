import type { Encoder } from "./encoders.ts";

/** How much a match in a text counts, A most, as `setweight` takes it. */
export type Weight = "A" | "B" | "C" | "D";

/** A search vector of some texts of the same row, as a trigger puts it together. */
export interface SearchVector<Name extends string = string> {
    /** The text search configuration. With its schema, unless the server finds it by itself: `pg_catalog.english`. */
    readonly config: string;
    /** Columns of text, in the order in which their vectors are joined by `||`; one that is null adds nothing. */
    readonly weights: Readonly<Partial<Record<Name, Weight>>>;
    /**
     * Words as they stand between spaces that many rows have, each a few: numbers, mostly. The server is asked for them
     * before there are rows instead of again and again; nothing else depends on it.
     */
    readonly foreseen?: () => Iterable<string>;
}

/** @throws a RangeError when what a search vector is made of is no column of text */
export function checkParts(
    table: string,
    columns: readonly { readonly name: string; readonly reads: Encoder<never>["reads"] }[],
    vectors: Readonly<Record<string, SearchVector>>,
): void {
    for (const [name, { weights }] of Object.entries(vectors)) {
        for (const part of Object.keys(weights)) {
            const reads = columns.find((column) => column.name === part)?.reads;
            if (Array.isArray(reads) && reads.includes("text")) continue;
            throw new RangeError(`search vector ${table}.${name} is made of ${part}, which is no column of text`);
        }
    }
}
