import { ByteWriter } from "./byte-writer.ts";
import type { Lexicons } from "./lexicon.ts";
import type { Table } from "./model.ts";
import { RowWriter } from "./row-writer.ts";
import { type Unit, UnitWriter } from "./units.ts";

/** The rows of a unit, in memory that can go to another thread as a whole. */
export interface MadeUnit {
    readonly bytes: Buffer<ArrayBuffer>;
    readonly rows: number;
}

/** A row that was left out, and where it belongs. */
interface Gap {
    readonly at: number;
    readonly row: number;
}

/**
 * Makes units of a table with its search vectors. Rows with words that a lexicon lacks are left out at first; when the
 * words were learnt, the rows are made again and put in their places.
 */
export class UnitMaker {
    readonly #lexicons: Lexicons;
    readonly #rows: RowWriter;
    readonly #units: UnitWriter;
    #gaps: Gap[] = [];

    constructor(table: Table, lexicons: Lexicons) {
        this.#lexicons = lexicons;
        this.#rows = new RowWriter(table, lexicons);
        this.#units = new UnitWriter({
            get order() {
                return table.order;
            },
            writeRow: (out, row) => {
                const at = out.length;
                if (!this.#rows.write(out, row)) this.#gaps.push({ at, row });
            },
        });
    }

    /**
     * Makes the rows of a unit, but for those that lack words.
     *
     * @returns what makes those too, and hands out all of them; it asks for the words of all units that were begun
     */
    begin(out: ByteWriter, unit: Unit): () => Promise<MadeUnit> {
        this.#gaps = [];
        const rows = this.#units.write(out, unit);
        const bytes = out.take();
        const gaps = this.#gaps;
        return async () => ({ bytes: gaps.length === 0 ? bytes : await this.#fill(bytes, gaps), rows });
    }

    async #fill(bytes: Buffer<ArrayBuffer>, gaps: readonly Gap[]): Promise<Buffer<ArrayBuffer>> {
        const out = new ByteWriter();
        const ends: number[] = [];
        for (const { row } of gaps) {
            while (!this.#rows.write(out, row)) await this.#lexicons.learn();
            ends.push(out.length);
        }
        const filling = out.take();
        const whole = Buffer.from(new ArrayBuffer(bytes.length + filling.length));
        let [from, filled] = [0, 0];
        for (const [i, { at }] of gaps.entries()) {
            bytes.copy(whole, from + filled, from, at);
            filling.copy(whole, at + filled, filled, ends[i]);
            from = at;
            filled = ends[i] ?? 0;
        }
        bytes.copy(whole, from + filled, from);
        return whole;
    }
}
