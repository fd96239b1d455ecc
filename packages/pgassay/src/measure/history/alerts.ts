import type { HistoryAlert, HistoryRun } from "../../core/history.ts";
import type { Trend, TrendChange } from "../../core/trend.ts";

/** By how many runs the place of a change may move when more runs are known, and still be the same event. */
const sameEvent = 3;

/**
 * The changes that no run has told of before: one alert an event, however often it is found again.
 *
 * @param runs the earlier ones, with the alerts that each of them brought
 */
export function newAlerts(trends: readonly Trend[], runs: readonly HistoryRun[]): HistoryAlert[] {
    const told = runs.flatMap(({ alerts }) => alerts);
    return trends.flatMap((trend) => {
        const ofCase = told.filter((alert) => alert.query === trend.query && alert.case === trend.case);
        return trend.changes
            .filter((change) => !ofCase.some((alert) => isSame(alert, change, trend)))
            .map((change): HistoryAlert => {
                const { index, before, after } = change;
                const since = trend.points[index]?.head.startedAt ?? "";
                return { kind: "alert", query: trend.query, case: trend.case, since, before, after };
            });
    });
}

function isSame(alert: HistoryAlert, { index, before, after }: TrendChange, { points }: Trend): boolean {
    if (alert.after > alert.before !== after > before) return false;
    const place = points.findIndex(({ head }) => head.startedAt >= alert.since);
    return place >= 0 && Math.abs(place - index) <= sameEvent;
}
