/** One day in milliseconds. */
export const dayMs = 86_400_000;

/** One week in milliseconds. */
export const weekMs = 7 * dayMs;

const hourMs = 3_600_000;
const hoursAWeek = 168;

/** The first Monday of 1970, midnight UTC, from which weeks are counted. */
const firstMonday = 4 * dayMs;

/** How busy an hour of the day is, relative to others: people work from nine to five and have lunch. */
const workday = [1, 1, 1, 1, 1, 1, 3, 12, 45, 95, 110, 100, 60, 85, 110, 105, 90, 50, 20, 12, 10, 8, 4, 2];
const weekend = [1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 5, 5, 4, 4, 5, 5, 5, 4, 4, 5, 5, 4, 2, 1];

/** Where in the week's work each hour begins, as a fraction of the week's work. */
const hourStarts = cumulative([...Array<number[]>(5).fill(workday), weekend, weekend].flat());

/** The hour that each step of the week's work begins in, so that an instant's hour is found without searching. */
const guideSteps = 8192;
const hourGuide = Uint8Array.from({ length: guideSteps }, (_, step) => {
    const hour = hourStarts.findIndex((start) => start > step / guideSteps);
    return hour - 1;
});

function cumulative(weights: readonly number[]): Float64Array {
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    return Float64Array.from([0, ...weights], (weight) => (sum += weight) / whole);
}

/**
 * Bends evenly flowing time into the rhythm of a working week: an instant that lies a fraction into its week moves to
 * where that fraction of the week's work is done, in UTC. Later stays later and Monday midnight stays where it is, so
 * what is ordered or counted by week before bending still is so afterwards.
 *
 * @param instantMs milliseconds since 1970
 * @returns whole milliseconds since 1970
 */
export function workingTime(instantMs: number): number {
    const week = Math.floor((instantMs - firstMonday) / weekMs);
    const start = firstMonday + week * weekMs;
    const fraction = (instantMs - start) / weekMs;
    let low = hourGuide[Math.floor(fraction * guideSteps)] ?? 0;
    while (low < hoursAWeek - 1 && (hourStarts[low + 1] ?? 0) <= fraction) low++;
    const from = hourStarts[low] ?? 0;
    const share = (fraction - from) / ((hourStarts[low + 1] ?? 1) - from);
    return start + Math.floor((low + share) * hourMs);
}

/** The Monday midnight, UTC, on or before an instant. */
export function startOfWeek(instantMs: number): number {
    return firstMonday + Math.floor((instantMs - firstMonday) / weekMs) * weekMs;
}
