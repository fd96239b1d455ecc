import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { shuffled } from "./shuffled.ts";

/** Values on either side of a change, at least: one strange night, or three, are none. */
const fewestOfSegment = 4;

/** A change that chance would show more often than this is none. */
const alpha = 0.001;

/** As many as tell a probability below α: 1 of 2,000 is, 2 are not. */
const permutations = 1999;

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
    const sums = blockSums(values);
    const within = (from: number, to: number): number => sums(from, to, from, to) / 2;
    let best: Cut | undefined;
    for (let index = fewestOfSegment; index + fewestOfSegment <= values.length; index++) {
        // The right side may end before the series does, or a change back would hide the change.
        for (let end = index + fewestOfSegment; end <= values.length; end++) {
            const [n, m] = [index, end - index];
            const energy =
                (2 * sums(0, index, index, end)) / (n * m) -
                within(0, index) / ((n * (n - 1)) / 2) -
                within(index, end) / ((m * (m - 1)) / 2);
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

/** One shuffled series that is cut as well is one too many, and the others need not be looked at. */
function isSignificant(distance: number, parts: readonly Part[], random: RandomGenerator): boolean {
    const allowed = Math.ceil(alpha * (permutations + 1)) - 2;
    let reached = 0;
    for (let i = 0; i < permutations && reached <= allowed; i++) {
        const mixed = parts.map(({ start, values }) => ({ start, values: shuffled(values, random) }));
        if ((greatest(mixed)?.distance ?? 0) >= distance) reached++;
    }
    return reached <= allowed;
}

/** Sums of the distances between the values of two ranges, each in constant time. */
function blockSums(values: readonly number[]): (fromA: number, toA: number, fromB: number, toB: number) => number {
    const width = values.length + 1;
    const sums = new Float64Array(width * width);
    const at = (row: number, column: number): number => sums[row * width + column] ?? 0;
    for (const [i, a] of values.entries()) {
        let ofRow = 0;
        for (const [j, b] of values.entries()) {
            ofRow += Math.abs(a - b);
            sums[(i + 1) * width + j + 1] = at(i, j + 1) + ofRow;
        }
    }
    return (fromA, toA, fromB, toB) => at(toA, toB) - at(fromA, toB) - at(toA, fromB) + at(fromA, fromB);
}
