import { getBorderCharacters, table } from "table";
import type { Paint, Style } from "./paint.ts";

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

const titles = ["query#case", "index", "buffers/budget", "p50 ms", "server", "cpu", "p95/target", "verdict"] as const;
const indent = "  ";
const gap = 2;

/** The rows below each other, a heading above those of one area; the strokes of figures and limits are in line. */
export function layOutBench(rows: readonly BenchRow[], paint: Paint): string {
    const buffers = inLine(rows.map((row) => row.buffers));
    const p95 = inLine(rows.map((row) => row.p95));
    const shorten = shortener(rows, [
        [titles[2], ...buffers],
        [titles[3], ...rows.map((row) => row.p50)],
        [titles[4], ...rows.map((row) => row.server)],
        [titles[5], ...rows.map((row) => row.cpu)],
        [titles[6], ...p95],
        [titles[7], ...rows.flatMap((row) => row.verdicts.map(({ text }) => text))],
    ]);
    const cells: string[][] = [titles.map((title) => paint("dim", title))];
    for (const [position, row] of rows.entries()) {
        if (row.area !== rows[position - 1]?.area)
            cells.push([paint("bold", row.area), ...titles.slice(1).map(() => "")]);
        cells.push([
            ...shorten(row),
            markOver(buffers[position] ?? "", row.buffers, paint),
            row.p50,
            row.server,
            row.cpu,
            markOver(p95[position] ?? "", row.p95, paint),
            row.verdicts.map(({ text, style }) => paint(style, text)).join("\n"),
        ]);
    }
    return draw(cells);
}

/** `figure/limit` of each row, padded on both sides so that the strokes stand below each other. */
function inLine(column: readonly (Limited | undefined)[]): string[] {
    const before = widest(column.map((cell) => cell?.figure ?? ""));
    const after = widest(column.map((cell) => cell?.limit ?? ""));
    return column.map((cell) => (cell ? `${cell.figure.padStart(before)}/${cell.limit.padEnd(after)}` : ""));
}

/** Yields the first two cells of a row, cut so that the table keeps to its width: the index first, then the query. */
function shortener(rows: readonly BenchRow[], otherColumns: readonly string[][]): (row: BenchRow) => [string, string] {
    const gaps = otherColumns.length + 1;
    const room = otherColumns.map(widest).reduce((left, width) => left - width, widthLimit - gaps * gap);
    const nameWidth = widest(rows.map(nameOf));
    const indexWidth = Math.max(fewestOfIndex, room - nameWidth);
    const nameLeft = Math.max(fewestOfName, room - Math.min(indexWidth, widest(rows.map(indexOf))));
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

function widest(texts: readonly string[]): number {
    return Math.max(0, ...texts.map((text) => text.length));
}

function markOver(text: string, cell: Limited | undefined, paint: Paint): string {
    return cell?.over ? paint("red", text) : text;
}

function draw(cells: string[][]): string {
    const drawn = table(cells, {
        border: getBorderCharacters("void"),
        columnDefault: { paddingLeft: 0, paddingRight: gap },
        columns: Object.fromEntries([2, 3, 4, 5, 6].map((column) => [column, { alignment: "right" }])),
        drawHorizontalLine: () => false,
    });
    return drawn.replace(/ +$/gm, "");
}
