import type { Comparison } from "../core/comparison.ts";
import { compareText, sortFindings, type Finding } from "../core/finding.ts";
import { fenced, findingItem, fitComment } from "./github-markdown.ts";
import { differencesOf, rowsOf, type ComparisonRow, type Difference } from "./comparison-rows.ts";

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
    return fitComment(parts);
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

function folded({ subject, reason, diff }: Difference): string {
    const why = reason === "" ? "" : `${reason}\n\n`;
    const plan = diff === "" ? "" : `${fenced(diff, "diff")}\n\n`;
    return `<details><summary>why <code>${subject}</code> differs</summary>\n\n${why}${plan}</details>\n`;
}
