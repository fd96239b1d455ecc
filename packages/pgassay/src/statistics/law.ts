/** How one figure grows with the scale of the dataset, and why we think so. */
export interface Law {
    /**
     * The figure at another scale is the captured one times (scale / captured scale) to this power: 0 stays as it is,
     * 1 grows in proportion, -1 shrinks in proportion.
     */
    readonly exponent: number;
    /** What it was seen in, for who reviews it: `10,000 at scale 0.1, 100,000 at scale 1`. */
    readonly because: string;
}

/** The two scales that laws were seen at: figures are captured at `high`. */
export interface Scales {
    readonly low: number;
    readonly high: number;
}

/**
 * A figure within this of growing in proportion, shrinking in proportion or staying is taken to do exactly that: over
 * ten thousandfold growth a tenth more in the exponent would be two and a half times the figure.
 */
const snap = 0.1;

/** Figures below this are too small for their ratio to tell anything: 2 and 3 are not growth by half. */
const fewest = 4;

/** The exponent that leads from one figure to the other, to two decimals; 0 where they cannot tell. */
export function exponentOf(low: number, high: number, scales: Scales): number {
    if (low <= 0 || high <= 0) return 0;
    const exponent = Math.log(high / low) / Math.log(scales.high / scales.low);
    const whole = Math.max(-1, Math.min(1, Math.round(exponent)));
    const rounded = Math.abs(exponent - whole) <= snap ? whole : Math.round(exponent * 100) / 100;
    return rounded === 0 ? 0 : rounded;
}

/** The law of a count. */
export function lawOfCount(low: number, high: number, scales: Scales): Law {
    const exponent = Math.max(low, high) < fewest ? 0 : exponentOf(low, high, scales);
    return { exponent, because: seenAs(low, high, scales) };
}

/** The law of a share, such as the frequency of a value. */
export function lawOfShare(low: number, high: number, scales: Scales): Law {
    return { exponent: exponentOf(low, high, scales), because: seenAs(low, high, scales) };
}

/** A figure at another scale. */
export function grown(figure: number, law: Law | undefined, times: number): number {
    return law === undefined ? figure : figure * times ** law.exponent;
}

/** The law that lies between two, 0 at the first and 1 at the last. */
export function between(first: Law, last: Law, place: number): Law {
    const exponent = first.exponent + (last.exponent - first.exponent) * Math.min(1, Math.max(0, place));
    return { exponent, because: `${first.because}; ${last.because}` };
}

function seenAs(low: number, high: number, scales: Scales): string {
    return `${shown(low)} at scale ${scales.low}, ${shown(high)} at scale ${scales.high}`;
}

/** Counts with their thousands apart, shares to three digits. */
function shown(figure: number): string {
    return Number.isInteger(figure) ? figure.toLocaleString("en") : String(Number(figure.toPrecision(3)));
}
