import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import { subjectOf } from "../core/run-record.ts";
import type { Trend } from "../core/trend.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { closingLine, renderFindings } from "./findings.ts";
import { painter, type Paint, type RenderOptions } from "./paint.ts";
import { sparkline } from "./sparkline.ts";

const columns: readonly Column[] = [
    { title: "query#case" },
    { title: "reference", align: "right" },
    { title: "runs", align: "right", goes: 1 },
    { title: "trend", goes: 2 },
    { title: "changes" },
];

/**
 * The trend of every case, a line each: its time as a multiple of the reference's, the runs as blocks, and what changed
 * when. Below it the findings, and what they come to.
 *
 * @param runs how many runs were looked at
 */
export function renderHistory(
    trends: readonly Trend[],
    findings: readonly Finding[],
    runs: number,
    options: RenderOptions,
): string {
    const paint = painter(options);
    const rows = trends.map((trend) => [
        subjectOf(trend),
        `× ${(trend.points.at(-1)?.ratio ?? 0).toFixed(2)}`,
        String(trend.points.length),
        sparkline(trend.points.map(({ ratio }) => ratio)),
        trend.changes.map((_, index) => changeOf(trend, index, paint)).join("\n"),
    ]);
    const span = spanOf(trends);
    const closing = `${counted(runs, "run")}${span}, ${closingLine(trends.length, findings)}`;
    const parts = [drawTable(columns, rows, options), renderFindings(findings, options)];
    return [...parts.filter((part) => part !== ""), closing].join("\n").trimEnd();
}

function changeOf({ points, changes }: Trend, index: number, paint: Paint): string {
    const change = changes[index];
    const since = change && points[change.index];
    if (!since) return "";
    const percent = Math.round(100 * (change.after / change.before - 1));
    const commit = since.head.commit ? ` (${since.head.commit.id.slice(0, 12)})` : "";
    const text = `${percent > 0 ? "+" : "−"}${Math.abs(percent)} % since ${dayOf(since.head.startedAt)}${commit}`;
    return paint(percent > 0 ? "red" : "green", text);
}

function spanOf(trends: readonly Trend[]): string {
    const starts = trends.flatMap(({ points }) => points.map(({ head }) => head.startedAt)).toSorted();
    const [first, last] = [starts[0], starts.at(-1)];
    if (first === undefined || last === undefined) return "";
    return dayOf(first) === dayOf(last) ? ` of ${dayOf(first)}` : ` from ${dayOf(first)} to ${dayOf(last)}`;
}

function dayOf(instant: string): string {
    return instant.slice(0, 10);
}
