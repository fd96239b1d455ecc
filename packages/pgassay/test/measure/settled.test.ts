import { describe, expect, it } from "vitest";
import { isSettled } from "../../src/measure/settled.ts";

const same = (count: number, ms: number): number[] => Array.from({ length: count }, (_, n) => ms + (n % 3) / 1000);

describe("isSettled", () => {
    it("needs two quarters of eight", () => {
        expect(isSettled(same(15, 1))).toBe(false);
        expect(isSettled(same(16, 1))).toBe(true);
    });

    it("looks at the end: what was slow in the beginning is forgotten", () => {
        expect(isSettled([...same(8, 9), ...same(8, 1)])).toBe(false);
        expect(isSettled([...same(8, 9), ...same(16, 1)])).toBe(true);
    });

    it("is not so while times rise or fall", () => {
        expect(isSettled(Array.from({ length: 100 }, (_, n) => 1 + n / 50))).toBe(false);
        expect(isSettled(Array.from({ length: 100 }, (_, n) => 3 - n / 50))).toBe(false);
    });

    it("passes over a single hiccup", () => {
        expect(isSettled([...same(20, 1), 50, ...same(11, 1)])).toBe(true);
    });
});
