import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../src/data/byte-writer.ts";
import { integer } from "../../src/data/encoders.ts";
import { defineTable, type Table } from "../../src/data/model.ts";
import { identityOrder, type RowOrder } from "../../src/data/row-order.ts";
import { unitsOf, UnitWriter } from "../../src/data/units.ts";

function numbers(rows: number, order: RowOrder = identityOrder(rows)): Table {
    return defineTable({
        name: "number",
        rows,
        order,
        facts: (row) => row,
        columns: (column) => ({ number: column.of(integer, (row) => row) }),
    });
}

/** Rows in order, as each unit writes them. */
function written(table: Table): number[][] {
    const writer = new UnitWriter(table);
    return [...unitsOf(table)].map((unit) => {
        const out = new ByteWriter();
        const rows = writer.write(out, unit);
        const bytes = out.take();
        return Array.from({ length: rows }, (_, i) => bytes.readInt32BE(i * 10 + 6));
    });
}

function batches(sizes: readonly number[]): RowOrder {
    const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((a, b) => a + b, 0));
    return {
        batches: sizes.length,
        batch: (i) => Uint32Array.from({ length: sizes[i] ?? 0 }, (_, row) => (starts[i] ?? 0) + row),
    };
}

describe("units", () => {
    it.each([
        ["of few large batches", numbers(50_000)],
        ["of many small batches", numbers(30_000, batches(Array<number>(1_000).fill(30)))],
        ["of unequal batches", numbers(20_107, batches([0, 7, 20_000, 100, 0]))],
        ["of one row", numbers(1)],
        ["of no row", numbers(0)],
    ])("%s hold every row once, in order", (_, table) => {
        expect(written(table).flat()).toEqual(Array.from({ length: table.rows }, (_, row) => row));
    });

    it("are of a size at which threads neither wait nor hoard", () => {
        for (const table of [numbers(50_000), numbers(30_000, batches(Array<number>(1_000).fill(30)))]) {
            const sizes = written(table).map((unit) => unit.length);
            expect(Math.max(...sizes)).toBeLessThanOrEqual(2_048);
            expect(sizes.reduce((a, b) => a + b) / sizes.length).toBeGreaterThan(1_000);
        }
    });
});
