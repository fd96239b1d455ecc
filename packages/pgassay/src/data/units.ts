import type { ByteWriter } from "./byte-writer.ts";
import type { Table } from "./model.ts";

/** Rows that a unit of work has on average: a thread makes them in a few milliseconds, and a megabyte holds them. */
const rowsPerThread = 2048;

/**
 * A stretch of a table's rows, in the order in which they are written: some whole batches, or one of several equal
 * parts of one batch. What the units of a table are follows from the table alone, never from who works on them.
 */
export interface Unit {
    readonly fromBatch: number;
    readonly toBatch: number;
    /** Which part of the batch, of how many; 0 of 1 unless it is a single batch. */
    readonly part: number;
    readonly parts: number;
}

/** Cuts a table into units that come one after the other, of so many rows on average. */
export function* unitsOf({ rows, order: { batches } }: Table, rowsPerUnit: number = rowsPerThread): Generator<Unit> {
    const rowsPerBatch = rows / Math.max(1, batches);
    const together = Math.max(1, Math.floor(rowsPerUnit / Math.max(1, rowsPerBatch)));
    const parts = together > 1 ? 1 : Math.max(1, Math.ceil(rowsPerBatch / rowsPerUnit));
    for (let fromBatch = 0; fromBatch < batches; fromBatch += together) {
        const toBatch = Math.min(batches, fromBatch + together);
        for (let part = 0; part < parts; part++) yield { fromBatch, toBatch, part, parts };
    }
}

/** Writes units of one table; it remembers the last batch, whose other parts are likely to come next. */
export class UnitWriter {
    readonly #table: Pick<Table, "order" | "writeRow">;
    #batch = -1;
    #rows: Uint32Array = new Uint32Array();

    constructor(table: Pick<Table, "order" | "writeRow">) {
        this.#table = table;
    }

    /** Appends the rows of a unit as COPY reads them, and says how many there are. */
    write(out: ByteWriter, { fromBatch, toBatch, part, parts }: Unit): number {
        let written = 0;
        for (let batch = fromBatch; batch < toBatch; batch++) {
            const rows = this.#rowsOf(batch);
            const from = Math.floor((rows.length * part) / parts);
            const to = Math.floor((rows.length * (part + 1)) / parts);
            for (let i = from; i < to; i++) this.#table.writeRow(out, rows[i] ?? 0);
            written += to - from;
        }
        return written;
    }

    #rowsOf(batch: number): Uint32Array {
        if (batch !== this.#batch) {
            this.#rows = this.#table.order.batch(batch);
            this.#batch = batch;
        }
        return this.#rows;
    }
}
