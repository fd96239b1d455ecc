import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { HistoryRun } from "../../../src/core/history.ts";
import { historyHead } from "../../../src/core/history.ts";
import { exampleFacts, exampleHistoryCase } from "../../core/example-history.ts";

/** By how much nights differ from each other. */
const spread = 0.02;

/** Ratios of nights in which nothing changes, but for what nights differ by. The same seed gives the same nights. */
export function flatNights(count: number, seed: number): number[] {
    const random = xoroshiro128plus(seed);
    // The first numbers of small seeds are alike.
    for (let i = 0; i < 100; i++) uniformFloat64(random);
    const gauss = (): number =>
        Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(2 * Math.PI * uniformFloat64(random));
    return Array.from({ length: count }, () => Math.exp(spread * gauss()));
}

/** The start of a night, counted from the first of October 2026. */
export function startOf(night: number): string {
    return new Date(Date.UTC(2026, 9, 1 + night, 2, 17)).toISOString();
}

/** Runs of the history, a night each, with one case. */
export function runsOf(ratios: readonly number[]): HistoryRun[] {
    return ratios.map((ratio, night) => ({
        head: historyHead(
            exampleFacts({
                startedAt: startOf(night),
                commit: { id: String(night).padEnd(40, "0"), isDirty: false },
            }),
        ),
        cases: [exampleHistoryCase(ratio)],
        alerts: [],
    }));
}
