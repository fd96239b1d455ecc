import { describe, expect, it } from "vitest";
import type { ColumnFigures, TableFigures, ValueFigures } from "../../src/statistics/figures.ts";
import { findOutgrown } from "../../src/statistics/find-outgrown.ts";
import { scaleFigures, type CapturedTable } from "../../src/statistics/scale-figures.ts";

const because = "a test";

/** A tenth of the rows refer to the first of 1,000 growing customers, and the list holds the first four. */
const values: ValueFigures = {
    nullFraction: 0.1,
    width: 4,
    distinct: 1000,
    correlation: 0.1,
    common: [0.1, 0.05, 0.03, 0.02].map((frequency, i) => ({ value: String(i + 1), frequency })),
    histogram: Array.from({ length: 101 }, (_, i) => String(5 + i * 9)),
    elements: [],
    elementFrequencies: [],
    elementCounts: [],
    rangeLengths: [],
    emptyRangeFraction: null,
    rangeBounds: [],
};
const column: ColumnFigures = { name: "customer_id", type: "integer", inherited: false, values };
const figures: TableFigures = {
    schema: "public",
    name: "sale",
    rows: 100_000,
    pages: 1000,
    allVisible: 900,
    columns: [column],
    indexes: [
        {
            name: "sale_pkey",
            method: "btree",
            definition: "CREATE UNIQUE INDEX sale_pkey ON public.sale USING btree (id)",
            rows: 100_000,
            pages: 276,
            btree: { height: 1, fanout: 285 },
            columns: [],
        },
    ],
    extended: [],
    declared: [],
    references: [],
};
const captured: CapturedTable = {
    figures,
    growth: {
        rows: { exponent: 1, because },
        columns: {
            customer_id: {
                distinct: { exponent: 1, because },
                common: { first: { exponent: 0, because }, last: { exponent: -1, because } },
            },
        },
        indexes: { sale_pkey: { rows: { exponent: 1, because }, columns: {} } },
    },
};

function scaled(times: number, asked: readonly string[] = []): TableFigures {
    const [table] = scaleFigures([captured], times, new Set(asked));
    if (table === undefined) throw new Error("no table");
    return table;
}

function valuesOf(table: TableFigures): ValueFigures {
    const found = table.columns[0]?.values;
    if (found === undefined) throw new Error("no values");
    return found;
}

describe("figures at another scale", () => {
    it.each([
        ["smallint", 32_767],
        ["integer", 2_147_483_647],
        ["numeric(6,2)", 9999.99],
        ["numeric(7,-2)", 999_999_900],
    ])("never hold a number that %s has not", (type, greatest) => {
        const histogram = { exponent: 1, because };
        const typed = { ...column, type };
        const [table] = scaleFigures(
            [
                {
                    figures: { ...figures, columns: [typed] },
                    growth: { ...captured.growth, columns: { customer_id: { histogram } } },
                },
            ],
            1e7,
            new Set(),
        );
        const bounds = table?.columns[0]?.values?.histogram.map(Number) ?? [];
        expect(Math.max(...bounds)).toBeCloseTo(greatest, 6);
        // As many as there were, and still in order.
        expect(new Set(bounds).size).toBe(values.histogram.length);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
    });

    it("tell the columns that run out of numbers, and from which scale on", () => {
        const histogram = { exponent: 1, because };
        const table = (type: string, references: TableFigures["references"] = []): CapturedTable => ({
            figures: { ...figures, columns: [{ ...column, type }], references },
            growth: { ...captured.growth, columns: { customer_id: { histogram } } },
        });
        const found = (one: CapturedTable, scale: number): readonly unknown[] =>
            findOutgrown([one], 0.1, [1, scale]).map(({ code, detail }) => [code, detail]);
        // 905 at the captured scale 0.1.
        expect(found(table("smallint"), 4)).toEqual([
            ["type-outgrown", "public.sale.customer_id (smallint) at scale 3.6"],
        ]);
        expect(found(table("smallint"), 3)).toEqual([]);
        expect(found(table("bigint"), 1e6)).toEqual([]);
        expect(found(table("smallint", [{ column: "customer_id", table: "public.customer" }]), 4)).toEqual([]);
        expect(found(captured, 1e9)).toEqual([]);
    });

    it("hold greater numbers where the type has them", () => {
        const histogram = { exponent: 1, because };
        const [table] = scaleFigures(
            [
                {
                    figures: { ...figures, columns: [{ ...column, type: "bigint" }] },
                    growth: { ...captured.growth, columns: { customer_id: { histogram } } },
                },
            ],
            1e7,
            new Set(),
        );
        expect(table?.columns[0]?.values?.histogram.at(-1)).toBe("9050000000");
    });

    it("are the captured ones at the captured scale", () => {
        expect(scaled(1)).toEqual(figures);
    });

    it("grow by their laws: rows, pages, heights, different values", () => {
        const table = scaled(1000);
        expect(table).toMatchObject({ rows: 1e8, pages: 1e6, allVisible: 9e5 });
        expect(table.indexes[0]).toMatchObject({ rows: 1e8, pages: 276_000, btree: { height: 3 } });
        expect(valuesOf(table)).toMatchObject({ distinct: 1e6, nullFraction: 0.1 });
    });

    it("leave the most frequent value its share, and ordinary ones their rows", () => {
        const [first, , , fourth] = valuesOf(scaled(100)).common;
        expect(first).toEqual({ value: "1", frequency: 0.1 });
        expect(fourth?.frequency).toBeLessThan(0.02 / 2);
    });

    it.for([0.001, 0.01, 0.5, 1.05, 2, 100, 1e6])("stay possible at %s times", (times) => {
        const table = scaled(times);
        const { common, distinct } = valuesOf(table);
        const sum = common.reduce((total, { frequency }) => total + frequency, 0);
        expect(sum).toBeLessThanOrEqual(0.9 + 1e-9);
        expect(distinct).toBeLessThanOrEqual(Math.max(1, table.rows));
        expect(table.pages).toBeGreaterThanOrEqual(1);
        expect(new Set(common.map(({ value }) => value)).size).toBe(common.length);
    });

    it("give newcomers no smaller share than the least known, and none to values that are asked for", () => {
        for (const times of [1.05, 2, 10, 1000]) {
            const { common } = valuesOf(scaled(times, ["14"]));
            const least = Math.min(...common.slice(0, 4).map(({ frequency }) => frequency));
            for (const { value, frequency } of common.slice(4)) {
                expect(frequency).toBeGreaterThanOrEqual(least * (1 - 1e-9));
                expect(value).not.toBe("14");
            }
        }
        expect(valuesOf(scaled(1000)).common.length).toBeGreaterThan(4);
    });
});
