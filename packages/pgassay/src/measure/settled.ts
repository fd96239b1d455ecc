import { median } from "../core/statistics/median.ts";

/** Fewer executions than this do not make a quarter. */
const fewestOfQuarter = 8;

/** By how much two quarters of something settled may differ. */
const tolerance = 1.1;

/** Whether executions take as long as a little while ago: the medians of the last two quarters are within 10 %. */
export function isSettled(samplesMs: readonly number[]): boolean {
    const quarter = Math.max(fewestOfQuarter, Math.floor(samplesMs.length / 4));
    if (samplesMs.length < 2 * quarter) return false;
    const [before, last] = [median(samplesMs.slice(-2 * quarter, -quarter)), median(samplesMs.slice(-quarter))];
    return last <= before * tolerance && before <= last * tolerance;
}
