import { describe, expect, it } from "vitest";
import type { HistoryAlert, HistoryRun } from "../../../src/core/history.ts";
import { newAlerts } from "../../../src/measure/history/alerts.ts";
import { changesIn, trendsOf, window } from "../../../src/measure/history/trends.ts";
import { exampleHistoryCase } from "../../core/example-history.ts";
import { flatNights, runsOf, startOf } from "./synthetic.ts";

const series = 200;
const seeds = Array.from({ length: series }, (_, seed) => seed + 1);

/** The nights, with a change of the level from one of them on. */
const slowerFrom = (nights: readonly number[], night: number, factor: number): number[] =>
    nights.map((ratio, index) => (index < night ? ratio : ratio * factor));

/** The alerts of each night when every night is added to the history in its turn. */
function nightly(runs: readonly HistoryRun[]): HistoryRun[] {
    const added: HistoryRun[] = [];
    for (const run of runs) {
        const earlier = added.slice(-window);
        const alerts: HistoryAlert[] = newAlerts(trendsOf([...earlier, run]), earlier);
        added.push({ ...run, alerts });
    }
    return added;
}

const alertsOf = (runs: readonly HistoryRun[]): [night: number, since: string][] =>
    nightly(runs).flatMap(({ alerts }, night) => alerts.map(({ since }): [number, string] => [night, since]));

describe("changes of a series", () => {
    it("of a tenth are found within four nights in 95 of 100 series", () => {
        const found = seeds.filter((seed) => {
            const changes = changesIn(slowerFrom(flatNights(window, seed), window - 4, 1.1));
            // A night beside it that happens to be slow, or quick, may be taken for the first.
            return changes.some(({ index, before, after }) => Math.abs(index - window + 4) <= 1 && after > before);
        });
        expect(found.length / series).toBeGreaterThanOrEqual(0.95);
    });

    it("are found in at most 1 of 200 series in which nothing changes", () => {
        expect(seeds.filter((seed) => changesIn(flatNights(window, seed)).length > 0).length).toBeLessThanOrEqual(1);
    });

    it("of less than 5 % are passed over, however certain", () => {
        const steady = Array.from({ length: window }, (_, n) => 1 + (n % 5) / 1000);
        expect(changesIn(slowerFrom(steady, 20, 1.04))).toEqual([]);
        expect(changesIn(slowerFrom(steady, 20, 1.06))).toMatchObject([{ index: 20 }]);
    });

    it("are told with the levels on both sides", () => {
        const steady = Array<number>(12).fill(1);
        const [up, down] = changesIn([...steady, ...steady.map(() => 1.5), ...steady.map(() => 1.2)]);
        expect([up, down]).toEqual([
            { index: 12, before: 1, after: 1.5 },
            { index: 24, before: 1.5, after: 1.2 },
        ]);
    });
});

describe("alerts", () => {
    it("come once for an event: on the fourth night after the change, and never again", () => {
        const alerts = alertsOf(runsOf(slowerFrom(flatNights(60, 7), 30, 1.15)));
        expect(alerts).toEqual([[33, startOf(30)]]);
    });

    it("come again for a change back, and for a second change", () => {
        const nights = slowerFrom(slowerFrom(flatNights(70, 3), 25, 1.3), 45, 1 / 1.3);
        expect(alertsOf(runsOf(nights)).map(([, since]) => since)).toEqual([startOf(25), startOf(45)]);
    });

    it("come for none of the nights of most series in which nothing changes", () => {
        const alarmed = seeds.slice(0, 40).filter((seed) => alertsOf(runsOf(flatNights(60, seed))).length > 0);
        expect(alarmed.length).toBeLessThanOrEqual(1);
    });
});

describe("trends", () => {
    const steady = runsOf(flatNights(20, 1));
    const lengths = (runs: readonly HistoryRun[]): number[] => trendsOf(runs).map(({ points }) => points.length);

    it("are of the last forty runs, in their order", () => {
        const [trend] = trendsOf(runsOf(flatNights(50, 1)));
        expect(trend?.points).toHaveLength(window);
        expect(trend?.points[0]?.head.startedAt).toBe(startOf(10));
        expect(trend?.points.at(-1)?.head.startedAt).toBe(startOf(49));
    });

    it("leave out runs of another dataset, scale or reference", () => {
        const changed = (differing: Partial<HistoryRun["head"]>): HistoryRun[] =>
            steady.map((run, night) => (night < 12 ? { ...run, head: { ...run.head, ...differing } } : run));
        const { dataset } = steady[0]?.head ?? {};
        if (!dataset) throw new Error("no run");
        expect(lengths(steady)).toEqual([20]);
        expect(lengths(changed({ reference: 2 }))).toEqual([8]);
        expect(lengths(changed({ dataset: { ...dataset, scale: 10 } }))).toEqual([8]);
        // Another digest is the same dataset made by other code: what moved with it is shown, and what it moved, too.
        expect(lengths(changed({ dataset: { ...dataset, digest: "other" } }))).toEqual([20]);
    });

    it("leave out what was taken by another clock than the latest", () => {
        const runs = steady.map((run, night) =>
            night % 2 === 0 ? run : { ...run, cases: [exampleHistoryCase(9, { clock: "wall" })] },
        );
        expect(lengths(runs)).toEqual([10]);
        expect(trendsOf(runs)[0]?.points.map(({ ratio }) => ratio)).toEqual(Array<number>(10).fill(9));
    });

    it("of a case that only some runs have are of these", () => {
        const runs = steady.map((run, night) =>
            night < 15 ? run : { ...run, cases: [...run.cases, exampleHistoryCase(2, { case: "cold" })] },
        );
        expect(trendsOf(runs).map((trend) => [trend.case, trend.points.length])).toEqual([
            ["cold", 5],
            ["hot", 20],
        ]);
    });

    it("are none without a run", () => {
        expect(trendsOf([])).toEqual([]);
    });
});
