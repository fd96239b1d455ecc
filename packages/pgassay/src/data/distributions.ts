/**
 * Distributions are written as quantile functions: they turn a uniform number from [0, 1), as a stream yields it, into
 * a value. They hold no state, so the same number always gives the same value.
 */
export type Quantile<Value> = (fraction: number) => Value;

/** Weights are kept as whole numbers of this many parts, so that sums of them are exact on every machine. */
const parts = 2 ** 30;

/** How finely a discrete distribution is tabulated at least, so that few draws need a search. */
const stepsPerIndex = 4;
const leastSteps = 512;

/** Numbers that are equally likely from `from` up to but not `to`. */
export function uniform(from: number, to: number): Quantile<number> {
    return (fraction) => from + fraction * (to - from);
}

/** Picks an index with given probabilities by bisection in the running sums of the weights. */
export class Discrete {
    readonly #sums: Float64Array;
    readonly #sum: number;
    /** The index that each of 2ᵏ steps of the whole weight begins with: most steps lie within one index. */
    readonly #guide: Uint32Array;
    readonly #steps: number;

    /** @param weights relative, none negative and at least one positive */
    constructor(weights: ArrayLike<number>) {
        let sum = 0;
        this.#sums = Float64Array.from(weights, (weight) => (sum += weight));
        if (!(sum > 0)) throw new RangeError("a discrete distribution needs a positive weight");
        this.#sum = sum;
        // Powers of two are multiplied with without rounding, so that each fraction is surely within its step.
        this.#steps = 2 ** Math.ceil(Math.log2(Math.max(leastSteps, stepsPerIndex * this.#sums.length)));
        this.#guide = Uint32Array.from({ length: this.#steps + 1 }, (_, step) =>
            this.#bisect((step / this.#steps) * sum, 0, this.#sums.length - 1),
        );
    }

    /** How many indexes there are. */
    get size(): number {
        return this.#sums.length;
    }

    /** The index that belongs to a fraction of the whole weight. */
    at(fraction: number): number {
        const guide = this.#guide;
        const step = Math.floor(fraction * this.#steps);
        const from = guide[step] ?? 0;
        const to = guide[step + 1] ?? 0;
        return from === to ? from : this.#bisect(fraction * this.#sum, from, to);
    }

    #bisect(target: number, from: number, to: number): number {
        const sums = this.#sums;
        let low = from;
        let high = to;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((sums[middle] ?? 0) > target) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}

/** Weights after Zipf: the one at index i is (i + 1) to the power of −`exponent`, as a whole number of parts. */
export function zipfWeights(size: number, exponent: number): Float64Array {
    return Float64Array.from({ length: size }, (_, index) => Math.max(1, Math.round(parts * (index + 1) ** -exponent)));
}

/** Indexes from 0 up to but not `size`, the first the most frequent; exponent 1 is the classic law. */
export function zipf(size: number, exponent: number): Discrete {
    return new Discrete(zipfWeights(size, exponent));
}

/** Values with relative weights: `weighted({ completed: 80, cancelled: 20 })`. */
export function weighted<Value extends string>(weights: Readonly<Record<Value, number>>): Quantile<Value> {
    const values = Object.keys(weights) as Value[];
    const discrete = new Discrete(values.map((value) => weights[value]));
    return (fraction) => values[discrete.at(fraction)] as Value;
}

/** How finely the inverse of the log-normal distribution is tabulated. */
const logNormalSteps = 1024;

/**
 * Positive numbers that spread by factors, like durations and efforts: half of them below `median`, two thirds within
 * a factor of e to the power of `sigma`. The tails end where 1 in 1,024 would lie beyond.
 */
export function logNormal(median: number, sigma: number): Quantile<number> {
    // Values are interpolated in a table that is rounded to nine digits: the last bits of Math.exp may differ from
    // one version of the runtime to the next, and the rows must not.
    const table = Float64Array.from({ length: logNormalSteps + 1 }, (_, step) => {
        const probability = Math.min(Math.max(step, 0.5), logNormalSteps - 0.5) / logNormalSteps;
        return Number((median * Math.exp(sigma * normalQuantile(probability))).toPrecision(9));
    });
    return (fraction) => {
        const position = fraction * logNormalSteps;
        const step = Math.floor(position);
        const low = table[step] ?? 0;
        return low + ((table[step + 1] ?? low) - low) * (position - step);
    };
}

/**
 * The number of standard deviations below which a share `p` of a normal distribution lies, to about 7 digits.
 * Algorithm AS 241, routine PPND7 (M. J. Wichura, Applied Statistics 37, 1988).
 */
export function normalQuantile(p: number): number {
    const q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
        const r = 0.180625 - q * q;
        return (
            (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
            (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
        );
    }
    const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
    const tail =
        r <= 5
            ? (((0.17023821103 * (r - 1.6) + 1.3067284816) * (r - 1.6) + 2.75681539) * (r - 1.6) + 1.4234372777) /
              ((0.12021132975 * (r - 1.6) + 0.7370016425) * (r - 1.6) + 1)
            : (((0.017337203997 * (r - 5) + 0.42868294337) * (r - 5) + 3.081226386) * (r - 5) + 6.657905115) /
              ((0.012258202635 * (r - 5) + 0.24197894225) * (r - 5) + 1);
    return q < 0 ? -tail : tail;
}
