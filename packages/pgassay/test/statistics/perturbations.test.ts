import { describe, expect, it } from "vitest";
import type { ColumnFigures, TableFigures } from "../../src/statistics/figures.ts";
import { perturbations } from "../../src/statistics/perturbations.ts";

const column: ColumnFigures = {
    name: "state",
    type: "text",
    inherited: false,
    values: {
        nullFraction: 0.2,
        width: 4,
        distinct: 5000,
        correlation: 0.5,
        common: [
            { value: "open", frequency: 0.5 },
            { value: "paid", frequency: 0.299 },
        ],
        histogram: [],
        elements: [],
        elementFrequencies: [],
        elementCounts: [],
        rangeLengths: [],
        emptyRangeFraction: null,
        rangeBounds: [],
    },
};

function table(rows: number, columns: readonly ColumnFigures[] = [column]): TableFigures {
    return {
        schema: "shop",
        name: "sale",
        rows,
        pages: 10,
        allVisible: 10,
        columns,
        indexes: [],
        extended: [],
        declared: [],
        references: [],
    };
}

function whatOf(tables: readonly TableFigures[]): string[] {
    return perturbations(tables).map(({ what }) => what);
}

describe("perturbations", () => {
    it("are one figure at a time, up and down", () => {
        expect(whatOf([table(1e6)])).toEqual([
            "shop.sale: 1 % more rows",
            "shop.sale: 1 % fewer rows",
            "shop.sale.state: common values more frequent",
            "shop.sale.state: common values less frequent",
            "shop.sale.state: more nulls",
            "shop.sale.state: fewer nulls",
            "shop.sale.state: more different values",
            "shop.sale.state: fewer different values",
            "shop.sale.state: order closer to that on disk",
            "shop.sale.state: order farther from that on disk",
        ]);
    });

    it("leave out what ANALYZE knows exactly: tables that it reads as a whole, and what it has seen many times", () => {
        expect(whatOf([table(30_000)])).toEqual(["shop.sale: 1 % more rows", "shop.sale: 1 % fewer rows"]);
        const known = {
            ...column,
            values: { ...column.values!, distinct: 3000, nullFraction: 0, correlation: 1, common: [] },
        };
        expect(whatOf([table(1e6, [known])])).toHaveLength(2);
        expect(whatOf([table(0)])).toEqual(whatOf([table(1)]).slice(2));
    });

    it("stay within what is possible, and change shares by two standard errors of the sample", () => {
        const values = perturbations([table(1e9)]).flatMap(({ figures }) => figures.columns.map((one) => one.values!));
        for (const { common, nullFraction } of values) {
            const sum = common.reduce((total, { frequency }) => total + frequency, nullFraction);
            expect(sum).toBeLessThanOrEqual(1 + 1e-9);
            expect(nullFraction).toBeGreaterThanOrEqual(0);
        }
        // 2 √(0.5 · 0.5 / 30,000)
        expect(values[1]?.common[0]?.frequency).toBeCloseTo(0.5 - 0.00577, 4);
        expect(values[4]?.distinct).toBe(5500);
        expect(values[6]?.correlation).toBeCloseTo(0.5115, 3);
    });
});
