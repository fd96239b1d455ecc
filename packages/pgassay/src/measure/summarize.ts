import { median } from "../core/statistics/median.ts";
import { percentileInterval } from "../core/statistics/percentile-interval.ts";
import type { Measurement } from "../core/run-record.ts";
import type { Disturbance } from "./disturbance.ts";
import { doubtsAbout } from "./doubts.ts";
import { quantile } from "./quantile.ts";
import type { ServerPart } from "./statement-counters.ts";

/** What was taken down beside the samples; what the kernel or the server does not tell is absent. */
export interface BesideSamples {
    /** Processor time of the server's process, for each execution. */
    readonly processorMs?: readonly number[];
    readonly disturbance?: Disturbance;
    readonly server?: ServerPart;
}

/** Percentiles of samples in order of execution, what stands beside them, and what speaks against believing them. */
export function summarize(
    samplesMs: readonly number[],
    { processorMs, disturbance, server }: BesideSamples = {},
): Measurement {
    const samplesUs = samplesMs.map(microseconds);
    // From the rounded samples, so that whoever reads the record arrives at the same figures.
    const sorted = samplesMs.map(rounded).toSorted((a, b) => a - b);
    const processorUs = processorMs?.map(microseconds);
    return {
        samplesUs,
        p50Ms: quantile(sorted, 50),
        p90Ms: quantile(sorted, 90),
        p95Ms: quantile(sorted, 95),
        p99Ms: quantile(sorted, 99),
        maxMs: quantile(sorted, 100),
        intervalsMs: {
            p50: percentileInterval(sorted, 50),
            p90: percentileInterval(sorted, 90),
            p95: percentileInterval(sorted, 95),
            p99: percentileInterval(sorted, 99),
        },
        ...(processorUs && { processor: { samplesUs: processorUs, p50Ms: rounded(median(processorUs) / 1000) } }),
        ...(server && { perCall: { ...server, clientMs: clientMs(sorted, server) } }),
        ...(disturbance && { disturbance }),
        doubts: doubtsAbout(samplesUs, disturbance),
    };
}

/** The measurement of a case of which an execution was stopped: it took at least so long, and that is all we know. */
export function timedOut(timeoutMs: number): Measurement {
    return { ...summarize([timeoutMs]), doubts: ["timed-out"] };
}

/** What is left of the mean sample when the server's part is taken away. */
function clientMs(samplesMs: readonly number[], { planMs, executeMs }: ServerPart): number {
    const mean = samplesMs.reduce((sum, ms) => sum + ms, 0) / samplesMs.length;
    return rounded(Math.max(0, mean - planMs - executeMs));
}

/** To a tenth of a microsecond. */
function rounded(ms: number): number {
    return Math.round(ms * 10_000) / 10_000;
}

function microseconds(ms: number): number {
    return Math.round(ms * 10_000) / 10;
}
