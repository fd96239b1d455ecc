import { counted } from "../core/counted.ts";
import { inLines } from "./in-lines.ts";
import { sortFindings } from "../core/finding.ts";
import type { Finding } from "../core/finding.ts";
import { painter } from "./paint.ts";
import type { RenderOptions } from "./paint.ts";

/**
 * Findings as text, one paragraph a code, errors first: `error index-not-used task/my_open_tasks#hot: …`, with the
 * detail indented below. Empty when there are none, else it ends in a newline.
 */
export function renderFindings(findings: readonly Finding[], options: RenderOptions): string {
    let text = "";
    let previous: Finding | undefined;
    for (const finding of sortFindings(findings)) {
        if (previous !== undefined && previous.code !== finding.code) text += "\n";
        text += renderFinding(finding, options);
        previous = finding;
    }
    return text;
}

/** What a run comes to, in one line: `58 cases, 3 findings (1 error, 2 warnings)`. */
export function closingLine(cases: number, findings: readonly Finding[]): string {
    return `${counted(cases, "case")}, ${sumOf(findings)}\n`;
}

/** Findings and what they come to, for a verb that looks at no cases; without any, what is fine. Has no last newline. */
export function renderVerdict(findings: readonly Finding[], fine: string, options: RenderOptions): string {
    return findings.length === 0 ? fine : `${renderFindings(findings, options)}\n${sumOf(findings)}`;
}

/** `3 findings (1 error, 2 warnings)` */
function sumOf(findings: readonly Finding[]): string {
    const errors = findings.filter((finding) => finding.severity === "error").length;
    const warnings = findings.length - errors;
    const kinds = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean);
    return counted(findings.length, "finding") + (kinds.length > 0 ? ` (${kinds.join(", ")})` : "");
}

function renderFinding({ code, severity, subject, message, detail }: Finding, options: RenderOptions): string {
    const what = `${severity} ${code}`;
    const text = inLines(`${what} ${subject}: ${message}`, options.width, 4);
    const head = `${painter(options)(severity === "error" ? "red" : "yellow", what)}${text.slice(what.length)}\n`;
    if (detail === undefined) return head;
    const evidence = detail.trimEnd().split("\n");
    return head + evidence.map((line) => `    ${line}`.trimEnd() + "\n").join("");
}
