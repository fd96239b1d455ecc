import type { Comparison } from "../core/comparison.ts";
import { sortFindings, type Finding } from "../core/finding.ts";
import { planDiffs, rowsOf, type ComparisonRow } from "./comparison-rows.ts";

/** The longest comment that GitHub takes, in characters. */
const longestComment = 65_536;

/** Kept free for what tells that something was left out. */
const reserve = 200;

/** By this a later run finds the comment of an earlier one, and replaces it. */
const marker = "<!-- pgassay compare -->";

/**
 * A comparison as a comment on a pull request: first a table that is the same each time, then the cases that moved, the
 * findings, and the plans that changed, folded. What would make it longer than GitHub takes is left out from the end,
 * and the comment says so.
 */
export function comparisonMarkdown(comparison: Comparison, findings: readonly Finding[]): string {
    const { rows, unchanged } = rowsOf(comparison);
    const parts = [
        `${marker}\n### Plans, work and times: \`${comparison.base}\` → \`${comparison.head}\`\n`,
        summary(rows, unchanged),
        ...(rows.length > 0 ? [moved(rows)] : []),
        ...sortFindings(findings).map(findingItem),
        ...planDiffs(comparison).map(({ subject, diff }) => folded(subject, diff)),
    ];
    return fit(parts);
}

const counted: readonly (readonly [title: string, counts: (verdict: string) => boolean])[] = [
    ["slower", (verdict) => verdict === "slower"],
    ["faster", (verdict) => verdict === "faster"],
    ["plan changed", (verdict) => verdict === "plan changed"],
    ["more work", (verdict) => verdict.startsWith("more ")],
    ["less work", (verdict) => verdict.startsWith("fewer ")],
    ["not comparable", (verdict) => verdict === "not comparable"],
    ["new or gone", (verdict) => verdict === "new" || verdict === "gone"],
];

function summary(rows: readonly ComparisonRow[], unchanged: number): string {
    const lines = counted.map(
        ([title, counts]) => `| ${title} | ${rows.filter((row) => row.verdicts.some(counts)).length} |`,
    );
    return ["| | cases |", "| --- | ---: |", ...lines, `| as before | ${unchanged} |`, ""].join("\n");
}

function moved(rows: readonly ComparisonRow[]): string {
    const lines = rows.map(
        ({ subject, verdicts, blocks, time }) => `| \`${subject}\` | ${verdicts.join(", ")} | ${blocks} | ${time} |`,
    );
    return ["| case | what | blocks | time |", "| --- | --- | ---: | --- |", ...lines, ""].join("\n");
}

function findingItem({ severity, code, subject, message, detail }: Finding): string {
    const more = detail === undefined ? "" : `\n${fenced(detail, "text").replace(/^/gm, "  ")}`;
    return `- **${severity}** \`${code}\` ${subject}: ${message}${more}\n`;
}

function folded(subject: string, diff: string): string {
    return `<details><summary>plan of <code>${subject}</code></summary>\n\n${fenced(diff, "diff")}\n\n</details>\n`;
}

/** A fence longer than any in the text. */
function fenced(text: string, language: string): string {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}

function fit(parts: readonly string[]): string {
    let text = "";
    for (const [position, part] of parts.entries()) {
        const next = text === "" ? part : `${text}\n${part}`;
        if (next.length > longestComment - reserve) {
            const left = parts.length - position;
            return `${text}\n_${left} more ${left === 1 ? "part" : "parts"} left out: a comment cannot be longer. The run's log has all._\n`;
        }
        text = next;
    }
    return text;
}
