import { classifyTimerSaturation, medianAbsoluteDeviation } from "tinybench";
import { median } from "../core/statistics/median.ts";
import { rankTest } from "../core/statistics/rank-test.ts";
import type { Measurement } from "../core/run-record.ts";

/** Below this, the 95th percentile is the slowest sample or the one next to it: one hiccup decides it. */
export const fewestSamples = 30;

/** A drift is one that is no accident… */
const driftAlpha = 0.001;

/** …and worth a word. */
const smallestDrift = 1.25;

/**
 * Less is never a reason to doubt: by up to a tenth of a millisecond differs what a kernel takes to wake two processes
 * that wait for each other, and where it runs both on one processor, each waits that long for the other.
 */
const smallestUs = 100;

/** The share of the time that a machine may do other things. */
const mostDisturbed = 0.1;

/** What speaks against believing percentiles of samples in the order of execution. */
export function doubtsAbout(
    samplesUs: readonly number[],
    disturbance: Measurement["disturbance"],
): Measurement["doubts"] {
    return [
        ...(samplesUs.length < fewestSamples ? ["few-samples" as const] : []),
        ...(isCoarse(samplesUs) ? ["coarse-timer" as const] : []),
        ...(isDrifting(samplesUs) ? ["drifting" as const] : []),
        ...(disturbance && isDisturbed(disturbance, samplesUs) ? ["noisy-neighbour" as const] : []),
    ];
}

/** The medians of the first and the second half. */
export function halves(samplesUs: readonly number[]): { readonly first: number; readonly second: number } {
    const [first, second] = cut(samplesUs);
    return { first: median(first), second: median(second) };
}

function cut(samplesUs: readonly number[]): [readonly number[], readonly number[]] {
    const middle = samplesUs.length >> 1;
    return [samplesUs.slice(0, middle), samplesUs.slice(middle)];
}

function isCoarse(samplesUs: readonly number[]): boolean {
    // tinybench brands sorted samples with a type that it does not export.
    const sorted = samplesUs.toSorted((a, b) => a - b) as unknown as Parameters<typeof classifyTimerSaturation>[0];
    return classifyTimerSaturation(sorted, medianAbsoluteDeviation(sorted)) !== undefined;
}

function isDrifting(samplesUs: readonly number[]): boolean {
    if (samplesUs.length < fewestSamples) return false;
    const { first, second } = halves(samplesUs);
    const [low, high] = [Math.min(first, second), Math.max(first, second)];
    if (high < low * smallestDrift || high < low + smallestUs) return false;
    return rankTest(...cut(samplesUs)).p < driftAlpha;
}

function isDisturbed(
    { waitedShare, stolenShare }: NonNullable<Measurement["disturbance"]>,
    samplesUs: readonly number[],
): boolean {
    const waitedUs = (waitedShare * samplesUs.reduce((sum, us) => sum + us, 0)) / samplesUs.length;
    return (waitedShare > mostDisturbed && waitedUs > smallestUs) || stolenShare > mostDisturbed;
}
