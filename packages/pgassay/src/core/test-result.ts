/** One `ok` or `not ok`. */
export interface Assertion {
    readonly number: number;
    readonly description: string;
    /** Whether it counts as passed: a failing one that is marked to do does. */
    readonly passed: boolean;
    readonly directive?: "todo" | "skip";
    /** What pgTAP printed about it, without the leading `#`. */
    readonly diagnostics: readonly string[];
    /** The line of the statement that printed it, where the runner knows. */
    readonly line?: number;
}

/** Something that went wrong with a file as a whole: an SQL error, a wrong plan, a bail-out. */
export interface FileProblem {
    readonly message: string;
    readonly line?: number;
}

/** What one test file came to. It passed when every assertion passed and there is no problem. */
export interface FileResult {
    /** As the caller named it. */
    readonly file: string;
    readonly assertions: readonly Assertion[];
    readonly problems: readonly FileProblem[];
    /** From taking the file up to its last statement. */
    readonly durationMs: number;
    /** The URL of the clone it ran in, where that was kept because the file failed. */
    readonly keptUrl?: string;
}

export function filePassed(result: FileResult): boolean {
    return result.problems.length === 0 && result.assertions.every(({ passed }) => passed);
}

export interface Totals {
    readonly files: number;
    readonly failedFiles: number;
    readonly passed: number;
    /** Failed assertions, and one for each problem of a file. */
    readonly failed: number;
    readonly todo: number;
    readonly skipped: number;
}

export function totalsOf(results: readonly FileResult[]): Totals {
    const assertions = results.flatMap((result) => result.assertions);
    return {
        files: results.length,
        failedFiles: results.filter((result) => !filePassed(result)).length,
        passed: assertions.filter(({ passed }) => passed).length,
        failed:
            assertions.filter(({ passed }) => !passed).length +
            results.reduce((sum, { problems }) => sum + problems.length, 0),
        todo: assertions.filter(({ directive }) => directive === "todo").length,
        skipped: assertions.filter(({ directive }) => directive === "skip").length,
    };
}
