import type { Saturation, StressStep } from "../../core/stress-record.ts";

/** Throughput counts as reached from this share of the highest on: two runs of one load differ by some per cent. */
const reached = 0.9;

/**
 * Where more connections bring no more throughput, for each way that was tried with more than one number of them. By
 * Little's law connections are throughput times latency: beyond this point they only wait longer.
 */
export function saturationOf(steps: readonly StressStep[]): Saturation[] {
    return (["http", "pg"] as const).flatMap((way) => {
        const tried = steps
            .filter((step) => step.way === way && step.ratePerSecond === undefined)
            .toSorted((a, b) => a.connections - b.connections);
        const most = tried.at(-1)?.connections ?? 0;
        if (most === tried[0]?.connections) return [];
        const highest = Math.max(...tried.map((step) => step.answeredPerSecond));
        const knee = tried.find((step) => step.answeredPerSecond >= reached * highest);
        if (knee === undefined) return [];
        const { connections } = knee;
        return [{ way, connections, answeredPerSecond: highest, isSeen: connections < most }];
    });
}
