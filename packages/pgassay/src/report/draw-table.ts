import { stripVTControlCharacters } from "node:util";
import { getBorderCharacters, table } from "table";
import { painter, type RenderOptions } from "./paint.ts";

export interface Column {
    readonly title: string;
    readonly align?: "right";
    /** Where a terminal is too narrow for all columns they go in this order, 1 first; what has no number stays. */
    readonly goes?: number;
}

/** Between two columns. */
export const columnGap = 2;

/**
 * Rows below their titles, without lines and without blanks at the ends. On a terminal too narrow for it some columns are
 * left out, and a last line says which.
 */
export function drawTable(
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
    options: RenderOptions,
): string {
    const paint = painter(options);
    const widths = columns.map(({ title }, i) => widest([title, ...rows.map((row) => row[i] ?? "")]));
    const kept = columnsThatFit(columns, widths, options.width ?? Infinity);
    const cells = [
        kept.map((i) => paint("dim", columns[i]?.title ?? "")),
        ...rows.map((row) => kept.map((i) => row[i] ?? "")),
    ];
    const drawn = table(cells, {
        border: getBorderCharacters("void"),
        columnDefault: { paddingLeft: 0, paddingRight: columnGap },
        columns: Object.fromEntries(
            kept.map((i, place) => [place, { alignment: columns[i]?.align ?? ("left" as const) }]),
        ),
        drawHorizontalLine: () => false,
    });
    return drawn.replace(/ +$/gm, "") + whatWent(columns, kept, options);
}

/**
 * The columns that fit, by their position.
 *
 * @param widths of each, in characters
 */
export function columnsThatFit(columns: readonly Column[], widths: readonly number[], limit: number): number[] {
    let kept = [...columns.keys()];
    const width = (): number => kept.reduce((sum, i) => sum + (widths[i] ?? 0) + columnGap, -columnGap);
    const goers = kept.filter((i) => columns[i]?.goes !== undefined);
    const order = goers.toSorted((a, b) => (columns[a]?.goes ?? 0) - (columns[b]?.goes ?? 0));
    for (const next of order) {
        if (width() <= limit) break;
        kept = kept.filter((i) => i !== next);
    }
    return kept;
}

/** A line that names the columns that were left out; empty when there are none. */
export function whatWent(columns: readonly Column[], kept: readonly number[], options: RenderOptions): string {
    const gone = columns.filter((_, i) => !kept.includes(i)).map(({ title }) => title);
    return gone.length === 0 ? "" : `${painter(options)("dim", `(a wider terminal also shows: ${gone.join(", ")})`)}\n`;
}

/** Width of the longest line, in characters, colours left out. */
export function widest(texts: readonly string[]): number {
    const lines = texts.flatMap((text) => stripVTControlCharacters(text).split("\n"));
    return Math.max(0, ...lines.map((line) => line.length));
}
