import { sortFindings, type Finding } from "../../core/finding.ts";
import type { HistoryAlert, HistoryHead, HistoryRun } from "../../core/history.ts";
import { lineDiff } from "../../core/line-diff.ts";
import { subjectOf } from "../../core/run-record.ts";
import type { Trend, TrendPoint } from "../../core/trend.ts";

/** Lines of a plan's difference that are shown. */
const longestDiff = 60;

/** A finding for each alert of the latest run: an error where a case became slower, a warning where it became faster. */
export function findingsOfHistory(latest: HistoryRun, trends: readonly Trend[]): Finding[] {
    return sortFindings(
        latest.alerts.map((alert): Finding => {
            const isSlower = alert.after > alert.before;
            const times = isSlower ? alert.after / alert.before : alert.before / alert.after;
            const levels = `${alert.before.toFixed(2)} → ${alert.after.toFixed(2)} of the reference`;
            const detail = evidence(alert, trends);
            return {
                code: "change-point",
                severity: isSlower ? "error" : "warning",
                subject: subjectOf(alert),
                message: `${times.toFixed(2)} times ${isSlower ? "slower" : "faster"} since ${alert.since.slice(0, 10)}: ${levels}`,
                ...(detail !== "" && { detail }),
            };
        }),
    );
}

/** What else was another thing in the first run after the change: where to look for its cause. */
function evidence(alert: HistoryAlert, trends: readonly Trend[]): string {
    const points = trends.find((trend) => subjectOf(trend) === subjectOf(alert))?.points ?? [];
    const index = points.findIndex(({ head }) => head.startedAt === alert.since);
    const [before, since] = [points[index - 1], points[index]];
    if (!before || !since) return "";
    return [...circumstancesThatChanged(before.head, since.head), ...planThatChanged(before, since)].join("\n");
}

function circumstancesThatChanged(before: HistoryHead, since: HistoryHead): string[] {
    const facts = (head: HistoryHead): [string, string][] => [
        ["the commit", head.commit ? head.commit.id.slice(0, 12) : "unknown"],
        ["the server", `PostgreSQL ${head.server.version}`],
        ["pgassay", head.pgassay],
        ["the digest of the dataset", head.dataset.digest],
        ["the processor", `${head.machine.cpus} × ${head.machine.cpuModel}`],
        ["Node.js", head.machine.node],
        ...Object.entries(head.server.settings).map(([name, value]): [string, string] => [`setting ${name}`, value]),
    ];
    const now = new Map(facts(since));
    return facts(before).flatMap(([what, old]) =>
        now.get(what) === old ? [] : [`${what} was ${old} and is ${now.get(what) ?? "unknown"}`],
    );
}

function planThatChanged(before: TrendPoint, since: TrendPoint): string[] {
    const [old, now] = [before.tree.join("\n"), since.tree.join("\n")];
    return old === now ? ["the plan is the same"] : ["the plan changed:", lineDiff(old, now, longestDiff)];
}
