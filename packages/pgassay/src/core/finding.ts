import { exitCode } from "./errors.ts";

/** `error` makes the run exit 1; `warning` is shown and does not. */
export type Severity = "error" | "warning";

/**
 * One thing that is wrong with the schema, its tests or its queries. Every check of every verb yields findings,
 * and they are rendered in one place.
 */
export interface Finding {
    /** Stable kebab-case code, `index-unused`; `docs/findings/<code>.md` explains it. */
    readonly code: string;
    readonly severity: Severity;
    /** What it is about, named the way its owner names it: `tasks.valid_hours`, `task/my_open_tasks#hot`. */
    readonly subject: string;
    /** One line, complete in itself. */
    readonly message: string;
    /** Further lines of evidence, such as the plan node that caused it. */
    readonly detail?: string;
}

/** Orders findings for output: errors first, then by code, subject and message, so that equal runs print equal text. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
    const rank = (severity: Severity): number => (severity === "error" ? 0 : 1);
    return findings.toSorted(
        (a, b) =>
            rank(a.severity) - rank(b.severity) ||
            compareText(a.code, b.code) ||
            compareText(a.subject, b.subject) ||
            compareText(a.message, b.message),
    );
}

/** Compares by code unit: the same order on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** How a verb ends that found these: a warning alone is no failure. */
export function exitCodeOf(findings: readonly Finding[]): number {
    return findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
}
