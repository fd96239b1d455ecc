import { columnGap, columnsThatFit, drawTable, whatWent, widest, type Column } from "./draw-table.ts";
import { painter, type Paint, type RenderOptions, type Style } from "./paint.ts";

/** One case, as text. */
export interface BenchRow {
    readonly area: string;
    /** Name of the query within its area. */
    readonly query: string;
    readonly case: string;
    /** The index that matters most, or what to say where there is none. */
    readonly index: string;
    /** ` +2` where two more are used, else empty. */
    readonly moreIndexes: string;
    /** Absent when the case was not planned. */
    readonly buffers: Limited | undefined;
    readonly p50: string;
    /** What the server needs to plan and execute a call, as a mean; empty where it does not tell. */
    readonly server: string;
    /** Processor time of the server's process, as a median; empty where the kernel does not tell it. */
    readonly cpu: string;
    readonly p95: Limited;
    /** One below the other. */
    readonly verdicts: readonly { readonly text: string; readonly style: Style }[];
}

/** A figure and its limit, printed as `32/60`. */
export interface Limited {
    readonly figure: string;
    readonly limit: string;
    readonly over: boolean;
}

/** Columns of a terminal that the table keeps to by cutting names short, as long as this much of them is left. */
const widthLimit = 132;
const fewestOfName = 30;
const fewestOfIndex = 20;

/** The first two are names, which can be cut. */
const columns: readonly Column[] = [
    { title: "query#case" },
    { title: "index", goes: 3 },
    { title: "buffers/budget", align: "right" },
    { title: "p50 ms", align: "right", goes: 4 },
    { title: "server ms", align: "right", goes: 1 },
    { title: "cpu ms", align: "right", goes: 2 },
    { title: "p95/target ms", align: "right" },
    { title: "verdict" },
];
const indent = "  ";

/** The rows below each other, a heading above those of one area; the strokes of figures and limits are in line. */
export function layOutBench(rows: readonly BenchRow[], options: RenderOptions): string {
    const paint = painter(options);
    const buffers = inLine(rows.map((row) => row.buffers));
    const p95 = inLine(rows.map((row) => row.p95));
    const figures = rows.map((row, position) => [
        markOver(buffers[position] ?? "", row.buffers, paint),
        row.p50,
        row.server,
        row.cpu,
        markOver(p95[position] ?? "", row.p95, paint),
        row.verdicts.map(({ text, style }) => paint(style, text)).join("\n"),
    ]);
    const names = { query: widest(rows.map(nameOf)), index: widest(rows.map(indexOf)) };
    const figureWidths = columns.slice(2).map(({ title }, i) => widest([title, ...figures.map((row) => row[i] ?? "")]));
    const least = [Math.min(fewestOfName, names.query), Math.min(fewestOfIndex, names.index), ...figureWidths];
    const limit = Math.min(options.width ?? widthLimit, widthLimit);
    const kept = columnsThatFit(columns, least, limit);
    const others = kept.filter((i) => i > 1);
    const room = others.reduce((left, i) => left - (figureWidths[i - 2] ?? 0) - columnGap, limit);
    const shorten = shortener(names, kept.includes(1) ? room - columnGap : room, kept.includes(1));
    const cells: string[][] = [];
    for (const [position, row] of rows.entries()) {
        if (row.area !== rows[position - 1]?.area) cells.push([paint("bold", row.area)]);
        const all = [...shorten(row), ...(figures[position] ?? [])];
        cells.push(kept.map((i) => all[i] ?? ""));
    }
    const shown = kept.flatMap((i) => columns[i] ?? []);
    return drawTable(shown, cells, { color: options.color }) + whatWent(columns, kept, options);
}

/** `figure/limit` of each row, padded on both sides so that the strokes stand below each other. */
function inLine(column: readonly (Limited | undefined)[]): string[] {
    const before = widest(column.map((cell) => cell?.figure ?? ""));
    const after = widest(column.map((cell) => cell?.limit ?? ""));
    return column.map((cell) => (cell ? `${cell.figure.padStart(before)}/${cell.limit.padEnd(after)}` : ""));
}

/** Yields the first two cells of a row, cut so that both keep to the room they have: the index first, then the query. */
function shortener(
    widths: { readonly query: number; readonly index: number },
    room: number,
    hasIndex: boolean,
): (row: BenchRow) => [string, string] {
    const indexWidth = Math.max(fewestOfIndex, room - widths.query);
    const ofIndex = hasIndex ? Math.min(indexWidth, widths.index) : 0;
    const nameLeft = Math.max(fewestOfName, room - ofIndex);
    return (row) => {
        const excess = Math.max(0, nameOf(row).length - nameLeft);
        const query = cut(row.query, row.query.length - excess);
        const index = cut(row.index, indexWidth - row.moreIndexes.length);
        return [nameOf({ ...row, query }), indexOf({ ...row, index })];
    };
}

function nameOf({ query, case: name }: BenchRow): string {
    return `${indent}${query}#${name}`;
}

function indexOf({ index, moreIndexes }: BenchRow): string {
    return index + moreIndexes;
}

function cut(text: string, length: number): string {
    return text.length <= length ? text : `${text.slice(0, Math.max(length, 1) - 1)}…`;
}

function markOver(text: string, cell: Limited | undefined, paint: Paint): string {
    return cell?.over ? paint("red", text) : text;
}
