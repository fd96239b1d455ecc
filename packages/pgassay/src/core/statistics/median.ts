/**
 * The middle value, or the mean of the two in the middle.
 *
 * @throws a RangeError when there is no value
 */
export function median(values: readonly number[]): number {
    const sorted = Float64Array.from(values).sort();
    const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
    if (low === undefined || high === undefined) throw new RangeError("no values have no median");
    return (low + high) / 2;
}
