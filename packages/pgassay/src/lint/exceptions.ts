import { didYouMean } from "../core/closest-name.ts";
import type { Finding } from "../core/finding.ts";

/** A finding that a project has decided to live with. */
export interface LintException {
    readonly code: string;
    /** The subjects it is accepted for; `*` stands for any run of characters. Without any it is accepted everywhere. */
    readonly subjects?: readonly string[] | undefined;
    readonly reason: string;
}

/**
 * Takes out the findings that exceptions accept.
 *
 * @returns what is left, and a finding `lint-exception-stale` for each exception, or subject of one, that accepts nothing
 */
export function applyExceptions(findings: readonly Finding[], exceptions: readonly LintException[]): Finding[] {
    const left = findings.filter(
        (finding) =>
            !exceptions.some(({ code, subjects = ["*"] }) =>
                subjects.some((pattern) => accepts(code, pattern, finding)),
            ),
    );
    const stale = exceptions.flatMap(({ code, subjects = ["*"] }) =>
        subjects
            .filter((pattern) => !findings.some((finding) => accepts(code, pattern, finding)))
            .map((pattern) => staleException(code, pattern, findings)),
    );
    return [...left, ...stale];
}

function accepts(code: string, pattern: string, finding: Finding): boolean {
    const form = pattern
        .split("*")
        .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`))
        .join(".*");
    return finding.code === code && new RegExp(`^${form}$`).test(finding.subject);
}

function staleException(code: string, pattern: string, findings: readonly Finding[]): Finding {
    const hint = didYouMean(
        code,
        findings.map((finding) => finding.code).filter((other) => other !== code),
    );
    return {
        code: "lint-exception-stale",
        severity: "error",
        subject: pattern === "*" ? code : `${code} ${pattern}`,
        message: `nothing is found that it would accept${hint || ": take it out of the configuration"}`,
    };
}
