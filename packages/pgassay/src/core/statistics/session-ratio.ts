import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { median } from "./median.ts";

/** One base session and the head session beside it: the time of each execution, in any unit. */
export interface SessionPair {
    readonly base: readonly number[];
    readonly head: readonly number[];
}

/** How many times as long head takes as base. */
export interface Ratio {
    readonly ratio: number;
    /** The interval that covers the true ratio in 95 of 100 comparisons. */
    readonly low: number;
    readonly high: number;
}

const resamples = 2000;
const coverage = 0.95;

/** The same sessions give the same interval, whoever computes it from the record, and when. */
const seed = 1;

/**
 * The ratio of execution times by pairs of sessions, with a 95 % interval.
 *
 * What executions of one session have in common (where its memory lies, what its processor did just then) moves them
 * together by far more than they differ among themselves, so that ten executions of a session are one observation and
 * not ten. The interval therefore resamples pairs of sessions, each with the ratio of its medians, and never single
 * executions. It is the bootstrap-t interval of the mean logarithm, which unlike the percentile interval keeps its
 * coverage with twenty pairs: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 12.
 *
 * @throws a RangeError for fewer than two pairs or a median that is not above zero
 */
export function sessionRatio(pairs: readonly SessionPair[]): Ratio {
    if (pairs.length < 2) throw new RangeError("a ratio of sessions needs two pairs at least");
    const logs = pairs.map(({ base, head }) => Math.log(median(head) / median(base)));
    if (!logs.every(Number.isFinite)) throw new RangeError("a ratio of sessions needs times above zero");
    const center = meanOf(logs);
    const error = standardError(logs, center);
    const deviations = studentized(logs, center);
    const at = (share: number): number => deviations[Math.round(share * (deviations.length - 1))] ?? 0;
    return {
        ratio: Math.exp(center),
        low: Math.exp(center - at((1 + coverage) / 2) * error),
        high: Math.exp(center - at((1 - coverage) / 2) * error),
    };
}

/** By how many of its standard errors each resample's mean misses the mean, in ascending order. */
function studentized(logs: readonly number[], center: number): Float64Array {
    const random = xoroshiro128plus(seed);
    const deviations = new Float64Array(resamples);
    for (let i = 0; i < resamples; i++) {
        const drawn = logs.map(() => logs[uniformInt(random, 0, logs.length - 1)] ?? 0);
        const mean = meanOf(drawn);
        const error = standardError(drawn, mean);
        // A resample of one pair alone tells nothing about spread.
        deviations[i] = error > 0 ? (mean - center) / error : 0;
    }
    return deviations.sort();
}

function meanOf(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardError(values: readonly number[], mean: number): number {
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(squares / (values.length - 1) / values.length);
}
