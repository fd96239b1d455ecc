import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { shuffled } from "./shuffled.ts";

/** Values on either side of a change, at least: one strange night, or three, are none. */
const fewestOfSegment = 4;

/** A change that chance would show more often than this is none. */
const alpha = 0.001;

/** The same values give the same change points, whoever computes them, and when. */
const seed = 1;

/** Where a series is best cut in two, and by how much the parts differ there. */
export interface Cut {
    /** Of the first value after the change. */
    readonly index: number;
    /** The energy distance of both sides, scaled by their sizes. */
    readonly distance: number;
}

/**
 * Where the distribution of a series changes: E-divisive means, which knows neither how many changes there are nor what
 * distribution the values have (Matteson and James, "A nonparametric approach for multiple change point analysis of
 * multivariate data", Journal of the American Statistical Association 109, 2014).
 *
 * The series is cut where the energy distance of both sides is greatest, then the greatest cut of all parts is sought, and
 * so on while it is greater than in all but a thousandth of the series that one gets by shuffling each part.
 *
 * @returns the indexes of the first values after a change, in ascending order
 * @throws a RangeError for a value that is no number
 */
export function changePoints(values: readonly number[]): number[] {
    if (!values.every(Number.isFinite)) throw new RangeError("a series of change points needs finite numbers");
    const random = xoroshiro128plus(seed);
    const found: number[] = [];
    for (;;) {
        const parts = split(values, found);
        const best = greatest(parts);
        if (best === undefined || !isSignificant(best.distance, parts, random)) return found;
        found.push(best.index);
        found.sort((a, b) => a - b);
    }
}

/** The best cut of one series; undefined when it is too short to be cut. */
export function bestCut(values: readonly number[]): Cut | undefined {
    const width = values.length + 1;
    // Row j, column i: the sum of the distances of value j from the first i values.
    const sums = distanceSums(values);
    const fromFirst = (j: number, i: number): number => sums[j * width + i] ?? 0;
    let best: Cut | undefined;
    let left = 0;
    for (let index = 1; index + fewestOfSegment <= values.length; index++) {
        left += fromFirst(index - 1, index);
        let [across, right] = [0, 0];
        // The right side may end before the series does, or a change back would hide the change.
        for (let end = index + 1; end <= values.length && index >= fewestOfSegment; end++) {
            across += fromFirst(end - 1, index);
            right += fromFirst(end - 1, end) - fromFirst(end - 1, index);
            const [n, m] = [index, end - index];
            if (m < fewestOfSegment) continue;
            const energy = (2 * across) / (n * m) - (2 * left) / (n * (n - 1)) - (2 * right) / (m * (m - 1));
            const distance = ((n * m) / (n + m)) * energy;
            if (best === undefined || distance > best.distance) best = { index, distance };
        }
    }
    return best;
}

interface Part {
    readonly start: number;
    readonly values: readonly number[];
}

function split(values: readonly number[], cuts: readonly number[]): Part[] {
    const starts = [0, ...cuts];
    return starts.map((start, i) => ({ start, values: values.slice(start, starts[i + 1]) }));
}

function greatest(parts: readonly Part[]): Cut | undefined {
    let greatestCut: Cut | undefined;
    for (const { start, values } of parts) {
        const cut = bestCut(values);
        if (cut && (greatestCut === undefined || cut.distance > greatestCut.distance))
            greatestCut = { index: start + cut.index, distance: cut.distance };
    }
    return greatestCut;
}

/** Whether shuffled series are cut as well in less than α of all cases; the first that is decides against it. */
function isSignificant(distance: number, parts: readonly Part[], random: RandomGenerator): boolean {
    for (let tried = 0; 1 / (tried + 1) >= alpha; tried++) {
        const mixed = parts.map(({ start, values }) => ({ start, values: shuffled(values, random) }));
        if ((greatest(mixed)?.distance ?? 0) >= distance) return false;
    }
    return true;
}

function distanceSums(values: readonly number[]): Float64Array {
    const width = values.length + 1;
    const sums = new Float64Array(values.length * width);
    // Thousands of shuffled series come through here: iterators would take most of the time.
    for (let j = 0; j < values.length; j++) {
        const value = values[j] ?? 0;
        let sum = 0;
        for (let i = 0; i < values.length; i++) {
            sum += Math.abs(value - (values[i] ?? 0));
            sums[j * width + i + 1] = sum;
        }
    }
    return sums;
}
