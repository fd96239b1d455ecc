import type { Comparison } from "../core/comparison.ts";
import { compareText, sortFindings, type Finding } from "../core/finding.ts";
import { differencesOf, rowsOf, type ComparisonRow, type Difference } from "./comparison-rows.ts";

/** The longest comment that GitHub takes, in characters. */
const longestComment = 65_536;

/** Kept free for what tells that something was left out. */
const reserve = 200;

/** By this a later run finds the comment of an earlier one, and replaces it. */
const marker = "<!-- pgassay compare -->";

/**
 * A comparison as a comment on a pull request: first a table that is the same each time, then the cases that moved, the
 * findings, and why cases differ, with their plans, folded. What would make it longer than GitHub takes is left out from the end,
 * and the comment says so.
 */
export function comparisonMarkdown(comparison: Comparison, findings: readonly Finding[]): string {
    const { rows, unchanged } = rowsOf(comparison);
    const parts = [
        `${marker}\n### Plans, work and times: \`${comparison.base}\` → \`${comparison.head}\`\n`,
        summary(rows, unchanged),
        ...(rows.length > 0 ? [moved(rows)] : []),
        ...sortFindings(findings).map(findingItem),
        ...differencesOf(comparison).map(folded),
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
    const lines = counted.map(([title, counts]) => {
        const those = rows.filter((row) => row.verdicts.some(counts));
        return `| ${title} | ${those.length} | ${causesOf(those)} |`;
    });
    return ["| | cases | cause |", "| --- | ---: | --- |", ...lines, `| as before | ${unchanged} | |`, ""].join("\n");
}

/** `index 2, statistics? 1`. */
function causesOf(rows: readonly ComparisonRow[]): string {
    const causes = rows.map(({ cause }) => cause).filter((cause) => cause !== "");
    return [...new Set(causes)]
        .toSorted(compareText)
        .map((cause) => `${cause} ${causes.filter((other) => other === cause).length}`)
        .join(", ");
}

function moved(rows: readonly ComparisonRow[]): string {
    const lines = rows.map(
        ({ subject, verdicts, cause, blocks, time }) =>
            `| \`${subject}\` | ${verdicts.join(", ")} | ${cause} | ${blocks} | ${time} |`,
    );
    return ["| case | what | cause | blocks | time |", "| --- | --- | --- | ---: | --- |", ...lines, ""].join("\n");
}

function findingItem({ severity, code, subject, message, detail }: Finding): string {
    const more = detail === undefined ? "" : `\n${fenced(detail, "text").replace(/^/gm, "  ")}`;
    return `- **${severity}** \`${code}\` ${subject}: ${message}${more}\n`;
}

function folded({ subject, reason, diff }: Difference): string {
    const why = reason === "" ? "" : `${reason}\n\n`;
    const plan = diff === "" ? "" : `${fenced(diff, "diff")}\n\n`;
    return `<details><summary>why <code>${subject}</code> differs</summary>\n\n${why}${plan}</details>\n`;
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
