import type { HistoryCase, HistoryRun } from "../../core/history.ts";
import { compareText } from "../../core/finding.ts";
import { subjectOf } from "../../core/run-record.ts";
import { changePoints } from "../../core/statistics/change-points.ts";
import { median } from "../../core/statistics/median.ts";
import type { Trend, TrendChange, TrendPoint } from "../../core/trend.ts";

/** Runs that are looked at. What changed before them has been said, and more would only cost time. */
export const window = 40;

/** The smallest change worth a word: 5 %. */
const smallestChange = 1.05;

/**
 * Every case over the runs whose times compare with those of the latest: of the same dataset, scale, seed and reference,
 * by the same clock.
 *
 * @param runs the earliest first
 * @returns the trends in the order of their names
 */
export function trendsOf(runs: readonly HistoryRun[]): Trend[] {
    const latest = runs.at(-1);
    if (!latest) return [];
    const comparable = runs.filter((run) => circumstances(run) === circumstances(latest)).slice(-window);
    const ofCase = new Map<string, { one: HistoryCase; points: TrendPoint[] }>();
    // From the latest, whose clock decides.
    for (const { head, cases } of comparable.toReversed()) {
        for (const one of cases) {
            const trend = ofCase.get(subjectOf(one)) ?? { one, points: [] };
            ofCase.set(subjectOf(one), trend);
            if (one.clock === trend.one.clock) trend.points.unshift({ head, ratio: one.ratio.ratio, tree: one.tree });
        }
    }
    return [...ofCase]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([, { one, points }]) => ({
            query: one.query,
            case: one.case,
            points,
            changes: changesIn(points.map(({ ratio }) => ratio)),
        }));
}

function circumstances({ head: { dataset, reference } }: HistoryRun): string {
    return JSON.stringify([dataset.name, dataset.scale, dataset.seed, reference]);
}

/** The changes of a series that are certain and large enough: the smallest that is not goes first, and moves the others. */
export function changesIn(ratios: readonly number[]): TrendChange[] {
    // By logarithms: half as long is as great a change as twice as long.
    let cuts = changePoints(ratios.map(Math.log));
    for (;;) {
        const changes = cuts.map((index, i) => {
            const before = median(ratios.slice(cuts[i - 1] ?? 0, index));
            const after = median(ratios.slice(index, cuts[i + 1]));
            return { index, before, after };
        });
        const [smallest] = changes.toSorted((a, b) => sizeOf(a) - sizeOf(b));
        if (smallest === undefined || sizeOf(smallest) >= smallestChange) return changes;
        cuts = cuts.filter((index) => index !== smallest.index);
    }
}

function sizeOf({ before, after }: TrendChange): number {
    return Math.max(after / before, before / after);
}
