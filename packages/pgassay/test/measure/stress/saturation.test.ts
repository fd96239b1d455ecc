import { describe, expect, test } from "vitest";
import { saturationOf } from "../../../src/measure/stress/saturation.ts";
import { exampleStep } from "../../core/example-stress.ts";

const at = (connections: number, answeredPerSecond: number) => exampleStep(1000, { connections, answeredPerSecond });

describe("saturation", () => {
    test("is where more connections bring less than a tenth more", () => {
        const steps = [at(1, 500), at(4, 1700), at(16, 1960), at(64, 2000), at(256, 1900)];
        expect(saturationOf(steps)).toEqual([{ way: "http", connections: 16, answeredPerSecond: 2000, isSeen: true }]);
    });

    test("is not seen while throughput still grows", () => {
        const steps = [at(16, 1600), at(1, 100), at(4, 400)];
        expect(saturationOf(steps)).toEqual([{ way: "http", connections: 16, answeredPerSecond: 1600, isSeen: false }]);
    });

    test("is not told from one load, nor from loads at a rate", () => {
        expect(saturationOf([at(4, 400), exampleStep(1, { connections: 256, ratePerSecond: 900 })])).toEqual([]);
        expect(saturationOf([])).toEqual([]);
    });

    test("is told for each way", () => {
        const steps = [1, 4].flatMap((n) => [at(n, 100), { ...at(n, 100 * n), way: "pg" as const }]);
        expect(saturationOf(steps).map(({ way, connections }) => [way, connections])).toEqual([
            ["http", 1],
            ["pg", 4],
        ]);
    });
});
