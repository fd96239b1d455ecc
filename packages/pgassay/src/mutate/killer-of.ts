import type { Killer } from "../core/mutation-run.ts";
import type { FileResult } from "../core/test-result.ts";

/** What PostgreSQL says of a statement that took longer than it may. */
const canceled = /^ERROR 57014:/;

/** The first thing that is wrong with what a file printed; nothing when it passed. */
export function killerOf({ file, assertions, problems }: Omit<FileResult, "durationMs">): Killer | undefined {
    const failed = assertions.find(({ passed }) => !passed);
    if (failed) {
        const what = failed.description || `test ${failed.number}`;
        return { file, how: "assertion", what, ...(failed.line !== undefined && { line: failed.line }) };
    }
    const [problem] = problems;
    if (!problem) return undefined;
    const how = canceled.test(problem.message) ? "timeout" : "error";
    return { file, how, what: problem.message, ...(problem.line !== undefined && { line: problem.line }) };
}
