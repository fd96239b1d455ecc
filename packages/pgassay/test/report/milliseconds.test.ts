import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMs } from "../../src/report/milliseconds.ts";

describe("formatMs", () => {
    it.each([
        [0, "0.00"],
        [0.001, "<0.01"],
        [0.0412, "0.04"],
        [0.994, "0.99"],
        [0.996, "1.0"],
        [1.24, "1.2"],
        [9.94, "9.9"],
        [9.96, "10"],
        [35.4, "35"],
        [1840.2, "1840"],
    ])("prints %d as %s", (ms, text) => {
        expect(formatMs(ms)).toBe(text);
    });

    it("has as many decimals as it takes to see a limit exceeded, and no more", () => {
        expect(formatMs(20.04, 20)).toBe("20.04");
        expect(formatMs(20.4, 20)).toBe("20.4");
        expect(formatMs(41.3, 20)).toBe("41");
        expect(formatMs(19.96, 20)).toBe("20");
        expect(formatMs(20, 20)).toBe("20");
    });

    it("shows every sample above a limit as above it", () => {
        const tenthsOfUs = fc.integer({ min: 100, max: 100_000_000 });
        fc.assert(
            fc.property(tenthsOfUs, tenthsOfUs, (limit, excess) => {
                const [limitMs, ms] = [limit / 10_000, (limit + excess) / 10_000];
                expect(Number(formatMs(ms, limitMs))).toBeGreaterThan(limitMs);
            }),
        );
    });
});
