import { sortFindings } from "../core/finding.ts";
import type { PlanResult } from "../core/plan-result.ts";
import { decisive, subjectOf } from "../core/run-record.ts";
import type { LatencyResult, RunRecord } from "../core/run-record.ts";
import { layOutBench } from "./bench-layout.ts";
import type { BenchRow } from "./bench-layout.ts";
import { closingLine, renderFindings } from "./findings.ts";
import { formatMs } from "./milliseconds.ts";
import type { RenderOptions, Style } from "./paint.ts";

/**
 * The table of a `bench`: a line for each case, below the area of its query; then the findings and what they come to.
 * The verdict is `ok` or the codes of the case's findings; `ok on 2nd` tells that its first measurement missed the
 * target and the second met it, which is the one shown.
 */
export function renderBench(record: RunRecord, options: RenderOptions): string {
    const plans = new Map(record.plans.map((plan) => [subjectOf(plan), plan]));
    const rows = record.latencies.map((latency) => rowOf(latency, plans.get(subjectOf(latency))));
    const parts = [layOutBench(rows, options), renderFindings(record.findings, options)];
    return [...parts.filter((part) => part !== ""), closingLine(rows.length, record.findings)].join("\n");
}

function rowOf(latency: LatencyResult, plan: PlanResult | undefined): BenchRow {
    const { p50Ms, p95Ms, perCall, processor } = decisive(latency);
    const target = latency.targetMsP95;
    const slash = latency.query.lastIndexOf("/");
    return {
        area: latency.query.slice(0, Math.max(slash, 0)),
        query: latency.query.slice(slash + 1),
        case: latency.case,
        ...indexesInShort(plan),
        buffers: plan && {
            figure: String(blocksOf(plan)),
            limit: String(plan.bufferBudget ?? "-"),
            over: isOverBudget(plan),
        },
        p50: formatMs(p50Ms),
        server: perCall ? formatMs(perCall.planMs + perCall.executeMs) : "",
        cpu: processor ? formatMs(processor.p50Ms) : "",
        p95: { figure: formatMs(p95Ms, target), limit: String(target), over: p95Ms > target },
        verdicts: verdictsOf(latency, plan),
    };
}

function blocksOf({ buffers }: PlanResult): number {
    return buffers.hit + buffers.read;
}

function isOverBudget(plan: PlanResult): boolean {
    return blocksOf(plan) > (plan.bufferBudget ?? Infinity);
}

/** The first index, preferably one that the query's header asks for, and how many there are beside it. */
function indexesInShort(plan: PlanResult | undefined): Pick<BenchRow, "index" | "moreIndexes"> {
    if (plan === undefined) return { index: "", moreIndexes: "" };
    const { indexes, requiredIndexes } = plan;
    const index = indexes.find((name) => requiredIndexes.includes(name)) ?? indexes[0] ?? "none";
    return { index, moreIndexes: indexes.length > 1 ? ` +${indexes.length - 1}` : "" };
}

function verdictsOf(latency: LatencyResult, plan: PlanResult | undefined): BenchRow["verdicts"] {
    const findings = sortFindings([...(plan?.findings ?? []), ...latency.findings]);
    if (findings.length === 0) return [{ text: latency.confirmation ? "ok on 2nd" : "ok", style: "green" }];
    const styles = new Map<string, Style>();
    for (const { severity, code } of findings) styles.set(code, severity === "error" ? "red" : "yellow");
    return [...styles].map(([text, style]) => ({ text, style }));
}
