import { counted } from "../core/counted.ts";
import { compareText } from "../core/finding.ts";
import { usageError } from "../core/errors.ts";
import type { PgassayError } from "../core/errors.ts";

/** One mistake in a query file or in `values.yaml`. */
export interface Problem {
    /** Relative to the configuration file. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
    readonly message: string;
}

/** One usage error that lists every problem as `file:line: message`, by file and line. */
export function problemsError(directory: string, problems: readonly Problem[]): PgassayError {
    const sorted = problems.toSorted(
        (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.message, b.message),
    );
    const lines = sorted.map(({ file, line, message }) => `\n    ${file}:${line}: ${message}`).join("");
    return usageError({
        tried: `read the queries in ${directory}`,
        happened: `${counted(problems.length, "problem")}:${lines}`,
        remedy: "correct these lines; docs/queries.md describes the format",
    });
}
