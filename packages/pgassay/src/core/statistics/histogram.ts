/** Equally wide bars over an axis, and what lies beyond its end. */
export interface Histogram {
    readonly bars: readonly { readonly middle: number; readonly count: number }[];
    readonly start: number;
    /** Where the axis ends, and how many values lie beyond. */
    readonly end: number;
    readonly beyond: number;
}

/** Of the values, this share always lies on a linear axis. */
const onAxis = 0.95;

/**
 * How values lie. A linear axis ends at twice the distance from the least to the one that 95 % do not exceed: were it to
 * reach the largest, a single outlier would leave all others one bar. On a logarithmic axis all have room.
 *
 * @param values positive where the axis is logarithmic
 * @param bars how many, at least 1
 */
export function histogram(values: readonly number[], axis: "linear" | "log", bars: number): Histogram {
    const sorted = values.toSorted((a, b) => a - b);
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    const usual = sorted[Math.max(0, Math.ceil(onAxis * sorted.length) - 1)] ?? least;
    const end = axis === "log" ? most : Math.min(most, least + 2 * (usual - least));
    const place = axis === "log" ? Math.log : (value: number): number => value;
    const back = axis === "log" ? Math.exp : (value: number): number => value;
    const width = (place(end) - place(least)) / bars || 1;
    const counts = Array.from<number>({ length: bars }).fill(0);
    let beyond = 0;
    for (const value of sorted) {
        // The end itself belongs to the last bar.
        const bar = Math.min(bars - 1, Math.floor((place(value) - place(least)) / width));
        if (value > end) beyond++;
        else counts[bar] = (counts[bar] ?? 0) + 1;
    }
    return {
        bars: counts.map((count, bar) => ({ middle: back(place(least) + (bar + 0.5) * width), count })),
        start: least,
        end,
        beyond,
    };
}
