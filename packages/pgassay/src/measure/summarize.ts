import { classifyTimerSaturation, medianAbsoluteDeviation } from "tinybench";
import type { Measurement } from "../core/run-record.ts";
import { quantile } from "./quantile.ts";

/** Below this, the 95th percentile is the slowest sample or the one next to it: one hiccup decides it. */
export const fewestSamples = 30;

/** Percentiles of samples in order of execution, and what speaks against believing them. */
export function summarize(samplesMs: readonly number[]): Measurement {
    const samplesUs = samplesMs.map((ms) => Math.round(ms * 10_000) / 10);
    // From the rounded samples, so that whoever reads the record arrives at the same figures.
    const sorted = samplesUs.toSorted((a, b) => a - b);
    return {
        samplesUs,
        p50Ms: quantile(sorted, 50) / 1000,
        p95Ms: quantile(sorted, 95) / 1000,
        p99Ms: quantile(sorted, 99) / 1000,
        maxMs: quantile(sorted, 100) / 1000,
        doubts: doubtsAbout(sorted),
    };
}

/** The measurement of a case of which an execution was stopped: it took at least so long, and that is all we know. */
export function timedOut(timeoutMs: number): Measurement {
    return { ...summarize([timeoutMs]), doubts: ["timed-out"] };
}

function doubtsAbout(sorted: readonly number[]): Measurement["doubts"] {
    const doubts: Measurement["doubts"][number][] = [];
    if (sorted.length < fewestSamples) doubts.push("few-samples");
    // tinybench brands sorted samples with a type that it does not export.
    const branded = sorted as unknown as Parameters<typeof classifyTimerSaturation>[0];
    if (classifyTimerSaturation(branded, medianAbsoluteDeviation(branded)) !== undefined) doubts.push("coarse-timer");
    return doubts;
}
