/** From here on the continued fraction converges faster than the series. */
const seriesUpTo = 2.5;

/** Both expansions stop at double precision long before; this only bounds a mistake. */
const mostTerms = 500;

/**
 * The probability that a standard normal variable exceeds `z`, to about 1e-14 of itself for z ≥ 0 and absolutely
 * below. Series and continued fraction of the normal integral: Abramowitz and Stegun, "Handbook of Mathematical
 * Functions", 26.2.11 and 26.2.14.
 */
export function normalTail(z: number): number {
    if (Number.isNaN(z)) throw new RangeError("no tail of NaN");
    if (z < 0) return 1 - normalTail(-z);
    return z < seriesUpTo ? 0.5 - bySeries(z) : byFraction(z);
}

function density(z: number): number {
    return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The probability between 0 and z. */
function bySeries(z: number): number {
    let term = z;
    let sum = z;
    for (let n = 1; n < mostTerms && term > sum * Number.EPSILON; n++) {
        term *= (z * z) / (2 * n + 1);
        sum += term;
    }
    return density(z) * sum;
}

/** The fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))), from the inside out. */
function byFraction(z: number): number {
    const depth = 20 + Math.ceil(1200 / (z * z));
    let fraction = z;
    for (let n = depth; n >= 1; n--) fraction = z + n / fraction;
    return density(z) / fraction;
}
