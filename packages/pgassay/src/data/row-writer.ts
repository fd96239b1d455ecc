import type { ByteWriter } from "./byte-writer.ts";
import type { Lexicons } from "./lexicon.ts";
import type { Table } from "./model.ts";
import type { Weight } from "./search-vector.ts";
import { VectorWriter } from "./vector-writer.ts";

/** A search vector of a table. */
interface Vector {
    readonly writer: VectorWriter;
    readonly parts: readonly { readonly column: number; readonly weight: Weight }[];
}

/** Writes rows of a table with their search vectors as the last columns. */
export class RowWriter {
    readonly #table: Table;
    readonly #vectors: readonly Vector[];
    /** Of the present row, where each column's field begins. */
    readonly #fields: Int32Array;

    constructor(table: Table, lexicons: Lexicons) {
        const names = table.columns.map(({ name }) => name);
        this.#table = table;
        this.#fields = new Int32Array(names.length);
        this.#vectors = Object.values(table.searchVectors).map(({ config, weights }) => ({
            writer: new VectorWriter(lexicons.of(config)),
            parts: Object.entries(weights).flatMap(([name, weight]) =>
                weight === undefined ? [] : [{ column: names.indexOf(name), weight }],
            ),
        }));
    }

    /** Appends a row, or nothing if a lexicon lacks words of it, which it now wants. */
    write(out: ByteWriter, row: number): boolean {
        const start = out.length;
        this.#table.writeRow(out, row);
        const columns = this.#fields.length;
        const view = out.room(0);
        let at = start + 2;
        for (let column = 0; column < columns; column++) {
            this.#fields[column] = at;
            at += 4 + Math.max(0, view.getInt32(at));
        }
        view.setInt16(start, columns + this.#vectors.length);
        let isComplete = true;
        for (const vector of this.#vectors) {
            if (!this.#writeVector(out, vector)) isComplete = false;
        }
        if (!isComplete) out.truncate(start);
        return isComplete;
    }

    #writeVector(out: ByteWriter, { writer, parts }: Vector): boolean {
        const view = out.room(0);
        writer.restart();
        let isComplete = true;
        for (const { column, weight } of parts) {
            const field = this.#fields[column] ?? 0;
            const length = view.getInt32(field);
            if (length > 0 && !writer.add(view, field + 4, field + 4 + length, weight)) isComplete = false;
        }
        if (isComplete) writer.write(out);
        return isComplete;
    }
}
