import type { Spread } from "../../core/stress-record.ts";
import { quantile } from "../quantile.ts";

/** Percentiles of quantities in microseconds, rounded to 0.1; undefined when there are none. */
export function spreadOf(valuesUs: readonly number[]): Spread | undefined {
    if (valuesUs.length === 0) return undefined;
    const sorted = Float64Array.from(valuesUs, toTenths).sort();
    return {
        p50: quantile(sorted, 50),
        p90: quantile(sorted, 90),
        p99: quantile(sorted, 99),
        max: quantile(sorted, 100),
    };
}

const bucketsPerDoubling = 8;

/** How many values lie from each bound to the next, eight bounds to a doubling; empty stretches are left out. */
export function histogramOf(valuesUs: readonly number[]): (readonly [number, number])[] {
    const counts = new Map<number, number>();
    for (const value of valuesUs) {
        const bucket = Math.floor(Math.log2(Math.max(1, value)) * bucketsPerDoubling);
        counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    return [...counts]
        .toSorted(([a], [b]) => a - b)
        .map(([bucket, count]) => [toTenths(2 ** (bucket / bucketsPerDoubling)), count] as const);
}

/** A figure as records keep it: beyond a tenth there is only noise. */
export function toTenths(figure: number): number {
    return Math.round(figure * 10) / 10;
}
