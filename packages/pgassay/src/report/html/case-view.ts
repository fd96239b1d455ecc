import type { CaseComparison } from "../../core/comparison.ts";
import { planChanged } from "../../core/comparison.ts";
import { sortFindings, type Finding } from "../../core/finding.ts";
import { lineDiff } from "../../core/line-diff.ts";
import type { ModelledCase } from "../../core/modelled-plan.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import { decisive, type LatencyResult } from "../../core/run-record.ts";
import { planNodes } from "./plan-nodes.ts";
import type { CaseView, HistoryView, IndexNeed, PlanView, Standing, TimeView, Trend } from "./report-data.ts";

/** More lines than any plan that a person reads. */
const maxDiffLines = 500;

/** All that the records say of one case. */
export interface CaseFacts {
    readonly name: string;
    readonly plan: PlanResult | undefined;
    readonly before: { readonly from: string; readonly plan: PlanResult } | undefined;
    readonly latency: LatencyResult | undefined;
    readonly comparison: CaseComparison | undefined;
    readonly modelled: ModelledCase | undefined;
    readonly findings: readonly Finding[];
    readonly trend: Trend;
    readonly history: HistoryView | undefined;
    readonly needs: readonly IndexNeed[];
}

export function caseView(facts: CaseFacts): CaseView {
    const { name, plan, before, latency, comparison, modelled, findings, trend, history, needs } = facts;
    const change = plan && before ? lineDiff(before.plan.tree.join("\n"), plan.tree.join("\n"), maxDiffLines) : "";
    return {
        name,
        standing: standingOf(facts),
        arguments: plan?.arguments ?? [],
        findings: sortFindings(findings),
        ...(plan && { plan: planView(plan) }),
        ...(before && { before: { from: before.from, plan: planView(before.plan) } }),
        ...(change !== "" && { diff: change }),
        ...(latency && {
            latency: {
                ...decisive(latency),
                targetMs: latency.targetMsP95,
                isConfirmation: latency.confirmation !== undefined,
            },
        }),
        ...(comparison?.time && { time: timeView(comparison.time) }),
        ...(comparison?.cause && { cause: comparison.cause }),
        trend,
        ...(history && { history }),
        ...(modelled && { growth: { plans: modelled.plans, measured: modelled.measured ?? [], ...modelled.growth } }),
        needs,
    };
}

/** What moved, in the words of the overview. */
export function changesOf({ plan, before, comparison }: CaseFacts): string[] {
    const verdict = comparison?.time?.verdict;
    return [
        ...(verdict === "slower" || verdict === "faster" ? [verdict] : []),
        ...(plan && before && planChanged({ base: before.plan, head: plan }) ? ["plan changed"] : []),
        ...(comparison && comparison.work.length > 0 ? ["work changed"] : []),
    ];
}

function standingOf(facts: CaseFacts): Standing {
    const severities = new Set(facts.findings.map(({ severity }) => severity));
    if (severities.has("error")) return "error";
    if (severities.has("warning")) return "warning";
    return changesOf(facts).length > 0 ? "changed" : "fine";
}

function timeView({ verdict, clock, first, again }: NonNullable<CaseComparison["time"]>): TimeView {
    const { ratio, p } = again ?? first;
    return { verdict, clock, ...ratio, p };
}

function planView(plan: PlanResult): PlanView {
    const { tree, explanation, buffers, bufferBudget, rows, rowsRemoved, qError, indexes, golden } = plan;
    const { planningMs, wal, generic } = plan;
    return {
        tree,
        nodes: explanation ? planNodes(explanation) : [],
        ...(explanation && { explanation }),
        blocks: buffers.hit + buffers.read,
        ...(bufferBudget !== undefined && { budget: bufferBudget }),
        ...(plan.floor && "blocks" in plan.floor && { floor: plan.floor.blocks }),
        temporaryBlocks: buffers.tempRead + buffers.tempWritten,
        rows,
        rowsRemoved,
        qError,
        indexes,
        ...(planningMs !== undefined && { planningMs }),
        ...(wal && { wal }),
        ...(generic && { generic }),
        golden,
    };
}
