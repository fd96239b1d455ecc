import { decisive, subjectOf, type RunRecord } from "../../core/run-record.ts";
import type { Trend } from "./report-data.ts";

/** The trends of all cases over runs, by subject. */
export function trendsOf(runs: readonly RunRecord[]): (subject: string) => Trend {
    const times = runs.map(({ latencies }) => new Map(latencies.map((one) => [subjectOf(one), decisive(one)])));
    const blocks = runs.map(
        ({ plans }) => new Map(plans.map((plan) => [subjectOf(plan), plan.buffers.hit + plan.buffers.read])),
    );
    return (subject) => ({
        p50Ms: times.map((run) => run.get(subject)?.p50Ms ?? null),
        p95Ms: times.map((run) => run.get(subject)?.p95Ms ?? null),
        blocks: blocks.map((run) => run.get(subject) ?? null),
    });
}
