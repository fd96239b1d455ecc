import { describe, expect, it } from "vitest";
import { bestCut, changePoints } from "../../../src/core/statistics/change-points.ts";
import reference from "./change-points-reference.json" with { type: "json" };

describe("bestCut", () => {
    it.each(reference.cases)("agrees with the reference about $name", ({ values, index, distance }) => {
        const cut = bestCut(values);
        expect(cut?.index).toBe(index);
        expect(Math.abs((cut?.distance ?? 0) - distance)).toBeLessThan(1e-9);
    });

    it("needs four values on either side", () => {
        expect(bestCut([1, 1, 1, 1, 2, 2, 2])).toBeUndefined();
        expect(bestCut([1, 1, 1, 1, 2, 2, 2, 2])?.index).toBe(4);
    });
});

describe("changePoints", () => {
    const wave = (count: number, level: number): number[] =>
        Array.from({ length: count }, (_, n) => level + ((n * 37) % 11) / 500);

    it("finds none in a series that wavers about one level, and none in equal values", () => {
        expect(changePoints(wave(40, 1))).toEqual([]);
        expect(changePoints(Array<number>(40).fill(1))).toEqual([]);
    });

    it("finds where the level changes, and where it changes back", () => {
        expect(changePoints([...wave(20, 1), ...wave(20, 1.2)])).toEqual([20]);
        expect(changePoints([...wave(14, 1), ...wave(13, 1.2), ...wave(13, 1)])).toEqual([14, 27]);
    });

    it("finds a change after four values, and not after three, which may be strange nights", () => {
        expect(changePoints([...wave(30, 1), ...wave(4, 1.2)])).toEqual([30]);
        expect(changePoints([...wave(30, 1), ...wave(3, 1.2)])).toEqual([]);
    });

    it("finds nothing in so few values that chance could make any order of them", () => {
        expect(changePoints([...wave(4, 1), ...wave(4, 9)])).toEqual([]);
    });

    it("says the same each time", () => {
        const values = [...wave(20, 1), ...wave(20, 1.01)];
        expect(changePoints(values)).toEqual(changePoints(values));
    });

    it("refuses what is no number", () => {
        expect(() => changePoints([1, Number.NaN])).toThrow(RangeError);
    });
});
