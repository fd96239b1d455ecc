import type { Comparison } from "../core/comparison.ts";
import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import { differencesOf, rowsOf, type Difference } from "./comparison-rows.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { closingLine, renderFindings } from "./findings.ts";
import { painter, type Paint, type RenderOptions, type Style } from "./paint.ts";

/** A comparison for the terminal: the cases that moved, why and how their plans did, the findings and what they come to. */
export function renderComparison(comparison: Comparison, findings: readonly Finding[], options: RenderOptions): string {
    const paint = painter(options);
    const { rows, unchanged } = rowsOf(comparison);
    const parts = [
        `${paint("bold", comparison.base)} → ${paint("bold", comparison.head)}\n`,
        rows.length === 0 ? "" : drawRows(rows, options),
        unchanged === 0 ? "" : `${counted(unchanged, "case")} as before\n`,
        ...differencesOf(comparison).map((difference) => drawDifference(difference, paint)),
        renderFindings(findings, options),
    ];
    return [...parts.filter((part) => part !== ""), closingLine(comparison.cases.length, findings)].join("\n");
}

const styles: Readonly<Record<string, Style>> = { slower: "red", faster: "green", "plan changed": "yellow" };

const columns: readonly Column[] = [
    { title: "query#case" },
    { title: "blocks", align: "right", goes: 2 },
    { title: "time", goes: 1 },
    { title: "cause" },
    { title: "verdict" },
];

function drawRows(rows: ReturnType<typeof rowsOf>["rows"], options: RenderOptions): string {
    const paint = painter(options);
    const cells = rows.map(({ subject, blocks, time, cause, verdicts }) => [
        subject,
        blocks,
        time,
        cause,
        verdicts.map((verdict) => paint(styles[verdict] ?? "bold", verdict)).join(", "),
    ]);
    return drawTable(columns, cells, options);
}

function drawDifference({ subject, reason, diff }: Difference, paint: Paint): string {
    const why = reason === "" ? "" : `    ${reason}\n`;
    return `${paint("bold", subject)}\n${why}${diff === "" ? "" : drawDiff(diff, paint)}`;
}

function drawDiff(diff: string, paint: Paint): string {
    return diff
        .split("\n")
        .map((line) => {
            const style = line.startsWith("+") ? "green" : line.startsWith("-") ? "red" : undefined;
            return `    ${style ? paint(style, line) : line}\n`;
        })
        .join("");
}
