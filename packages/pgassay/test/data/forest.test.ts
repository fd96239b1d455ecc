import { describe, expect, it } from "vitest";
import { Forest } from "../../src/data/forest.ts";

describe("Forest", () => {
    const forest = new Forest(1, "tasks");
    const size = 20_000;
    const places = Array.from({ length: size }, (_, index) => forest.placeOf(5_000, index));

    it("puts every parent before its children", () => {
        places.forEach(({ parent }, index) => expect(parent ?? -1).toBeLessThan(index));
    });

    it("is at most six levels deep and uses them all", () => {
        const depths: number[] = [];
        for (const { parent } of places) depths.push(parent === undefined ? 1 : (depths[parent] ?? 0) + 1);
        expect(new Set(depths)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    });

    it("numbers the children of a parent from 1 without a gap", () => {
        const children = new Map<number, number[]>();
        for (const { parent, place } of places) {
            if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), place]);
        }
        for (const numbers of children.values()) expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    });

    it("has trees of different width", () => {
        const widths = new Map<number, number>();
        for (const { parent } of places) if (parent !== undefined) widths.set(parent, (widths.get(parent) ?? 0) + 1);
        expect(Math.max(...widths.values())).toBe(9);
        expect([...widths.values()].filter((width) => width === 2).length).toBeGreaterThan(100);
    });
});
