/** Finest step of a sample, 0.1 µs, in decimals of a millisecond. */
const mostDecimals = 4;

/**
 * A duration for people, with two digits or all whole milliseconds: `0.04`, `1.2`, `35`, `1840`.
 *
 * @param limitMs a limit that the duration may exceed; if it does, it gets the decimals that show it (`20.04`)
 */
export function formatMs(ms: number, limitMs = Number.POSITIVE_INFINITY): string {
    if (ms > 0 && ms < 0.005) return "<0.01";
    // The thresholds lie where rounding adds a digit: 9.96 is 10, not 10.0.
    let decimals = ms >= 9.95 ? 0 : ms >= 0.995 ? 1 : 2;
    while (ms > limitMs && Number(ms.toFixed(decimals)) <= limitMs && decimals < mostDecimals) decimals++;
    return ms.toFixed(decimals);
}
