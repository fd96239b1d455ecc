/** Two values of a sample between which a percentile lies; an end that the sample cannot give is absent. */
export interface PercentileInterval {
    readonly low?: number;
    readonly high?: number;
}

/** What may lie beyond either end. */
const tail = 0.025;

/**
 * The interval that holds a percentile of the distribution in at least 95 of 100 samples, whatever the distribution: how
 * many of n values lie below it is binomial, so two ranks bound it (Hahn and Meeker, "Statistical Intervals", 1991,
 * chapter 5). Values are taken to be independent of each other.
 *
 * @param sorted values in ascending order
 * @param percent above 0 and below 100
 */
export function percentileInterval(sorted: readonly number[], percent: number): PercentileInterval {
    const below = binomialSums(sorted.length, percent / 100);
    // The value of rank r + 1 is above the percentile when at most r values lie below that; at 0 and n there is no rank.
    const low = sorted[below.findLastIndex((sum) => sum <= tail)];
    const high = sorted[below.findIndex((sum) => sum >= 1 - tail)];
    return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** The probability of at most k successes in n tries, for every k. */
function binomialSums(n: number, p: number): number[] {
    // By logarithms: the first terms of a thousand tries are below what a number can hold.
    let logTerm = n * Math.log1p(-p);
    let sum = Math.exp(logTerm);
    const sums = [sum];
    for (let k = 1; k <= n; k++) {
        logTerm += Math.log((n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
        sum += Math.exp(logTerm);
        sums.push(sum);
    }
    return sums;
}
