import { compareText } from "../../core/finding.ts";
import type { HistoryRun } from "../../core/history.ts";
import { subjectOf } from "../../core/run-record.ts";
import type { HistoryView } from "./report-data.ts";

/**
 * The nights of a case, by subject; undefined where there are none. Ratios to different references do not compare, so
 * only those to the newest one are shown.
 */
export function historyOf(runs: readonly HistoryRun[]): (subject: string) => HistoryView | undefined {
    const sorted = runs.toSorted((a, b) => compareText(a.head.startedAt, b.head.startedAt));
    const reference = sorted.at(-1)?.head.reference;
    const nights = sorted.filter(({ head }) => head.reference === reference);
    const bySubject = nights.map(({ cases }) => new Map(cases.map((one) => [subjectOf(one), one])));
    return (subject) => {
        const cases = bySubject.map((night) => night.get(subject));
        if (cases.every((one) => one === undefined)) return undefined;
        return {
            starts: nights.map(({ head }) => head.startedAt),
            ratio: cases.map((one) => one?.ratio.ratio ?? null),
            low: cases.map((one) => one?.ratio.low ?? null),
            high: cases.map((one) => one?.ratio.high ?? null),
            blocks: cases.map((one) => one?.blocks ?? null),
            alerts: nights.flatMap(({ alerts }) =>
                alerts
                    .filter((alert) => subjectOf(alert) === subject)
                    .map(({ since, before, after }) => ({ since, before, after })),
            ),
        };
    };
}
