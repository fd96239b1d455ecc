/**
 * The value at a percentile by nearest rank: the smallest value that at least `percent` of all values do not exceed.
 * It is always one that was measured, never one in between (type 1 of Hyndman and Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50, 1996). Below 20 values the 95th percentile is therefore the
 * maximum, below 100 the 99th.
 *
 * @param sorted at least one number, in ascending order
 * @param percent a whole number from 1 to 100: as a fraction, 0.07 × 100 would round up to rank 8
 */
export function quantile(sorted: ArrayLike<number>, percent: number): number {
    const rank = Math.ceil((percent * sorted.length) / 100);
    const value = sorted[rank - 1];
    if (value === undefined) throw new RangeError(`no ${percent}th percentile of ${sorted.length} values`);
    return value;
}
