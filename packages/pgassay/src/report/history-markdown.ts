import { sortFindings, type Finding } from "../core/finding.ts";
import { findingItem, fitComment } from "./github-markdown.ts";

/** By this a later night finds the issue of an earlier one. */
const marker = "<!-- pgassay history -->";

/**
 * The changes that a night is the first to show, as an issue: a table that is the same each time, then what changed and
 * what else was another thing that night. What would make it longer than GitHub takes is left out from the end, and the
 * issue says so.
 *
 * @param night start of the run
 */
export function historyMarkdown(findings: readonly Finding[], night: string): string {
    const count = (severity: Finding["severity"]): number =>
        findings.filter((finding) => finding.severity === severity).length;
    const table = [
        "| | cases |",
        "| --- | ---: |",
        `| slower | ${count("error")} |`,
        `| faster | ${count("warning")} |`,
    ];
    return fitComment([
        `${marker}\n### Lasting changes that the night of ${night.slice(0, 10)} is the first to show\n`,
        `${table.join("\n")}\n`,
        ...sortFindings(findings).map(findingItem),
    ]);
}
