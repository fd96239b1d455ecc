import { growthOf, rowLaws } from "./growth.ts";
import type { TableFigures } from "./figures.ts";
import { qualifiedName } from "./figures.ts";
import type { Scales } from "./law.ts";
import type { CapturedTable } from "./scale-figures.ts";

/** The statistics of a dataset as they are kept in git. */
export interface Capture {
    /** What was captured. */
    readonly dataset: {
        readonly name: string;
        readonly seed: number;
        /** Of its rows at the higher scale; empty for made-up ones. */
        readonly digest: string;
    };
    readonly scales: Scales;
    /** Major version of the server whose ANALYZE made the figures. */
    readonly server: number;
    /** Values that cases look up, by name, as found at the higher scale; other sizes are planned with them. */
    readonly values: Readonly<Record<string, string>>;
    readonly tables: readonly CapturedTable[];
}

/** Puts the figures of two scales together: those of the higher, and how they grow. */
export function combineFigures(
    low: readonly TableFigures[],
    high: readonly TableFigures[],
    scales: Scales,
): CapturedTable[] {
    const laws = rowLaws(low, high, scales);
    return high.map((figures) => {
        const before = low.find((table) => qualifiedName(table) === qualifiedName(figures)) ?? figures;
        return { figures, growth: growthOf(before, figures, scales, (table) => laws.get(table)) };
    });
}
