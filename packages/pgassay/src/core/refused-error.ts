import type { Finding } from "./finding.ts";

/**
 * Findings that leave nothing to go on with, thrown from where a result would have been: a schema for which no rows can
 * be made up has none to plan or measure queries on. A verb that is stopped by them prints them and exits 1, as one
 * that looked for them does.
 */
export class RefusedError extends Error {
    override readonly name = "RefusedError";
    readonly findings: readonly Finding[];

    /**
     * @param tried what was being done, as a phrase that follows "could not"
     * @param remedy what the reader can do about all of them, in the imperative
     */
    constructor(tried: string, remedy: string, findings: readonly Finding[]) {
        super(`could not ${tried}\n  what to do:    ${remedy}`);
        this.findings = findings;
    }
}
