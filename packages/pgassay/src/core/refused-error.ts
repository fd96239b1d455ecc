import type { Side } from "./comparison.ts";
import type { ErrorParts } from "./errors.ts";
import type { Finding } from "./finding.ts";

/** What there is to say beside the findings, which tell what happened. */
export type RefusedParts = Pick<ErrorParts, "tried" | "remedy">;

/**
 * Findings that leave nothing to go on with, thrown from where a result would have been: a schema for which no rows can
 * be made up has none to plan or measure queries on. A verb that is stopped by them prints them and exits 1, as one
 * that looked for them does.
 */
export class RefusedError extends Error {
    override readonly name = "RefusedError";
    readonly parts: RefusedParts;
    readonly findings: readonly Finding[];
    /** Which of two projects they are about, where two are compared. */
    readonly side: Side | undefined;

    constructor(parts: RefusedParts, findings: readonly Finding[], side?: Side) {
        super(`could not ${parts.tried}\n  what to do:    ${parts.remedy}`);
        this.parts = parts;
        this.findings = findings;
        this.side = side;
    }
}
