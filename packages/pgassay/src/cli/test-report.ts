import { relative, resolve } from "node:path";
import { exitCode } from "../core/errors.ts";
import { filePassed, totalsOf, type FileResult } from "../core/test-result.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { rememberFailed } from "../pgtap/failed-files.ts";
import { renderAnnotations } from "../report/annotations.ts";
import { renderJunit } from "../report/junit.ts";
import { renderTests } from "../report/tests.ts";
import type { Context } from "./command.ts";
import type { TestProject } from "./test-project.ts";

/** Tells everybody who asked what a run came to, and returns the exit code. */
export type TestReporter = (results: readonly FileResult[], files: number) => Promise<number>;

export function testReporter(
    { root, tests }: TestProject,
    values: { readonly json?: true; readonly junit?: string },
    context: Context,
): TestReporter {
    const { workingDirectory, environment, color, print, note } = context;
    return async (results, files) => {
        await rememberFailed(tests, results);
        const notRun = files - results.length;
        print(
            values.json
                ? JSON.stringify({ totals: totalsOf(results), notRun, files: results })
                : renderTests(results, { color, notRun }),
        );
        if (values.junit !== undefined) {
            await writeWholeFile(resolve(workingDirectory, values.junit), renderJunit(results), "the JUnit report");
        }
        if (environment["GITHUB_ACTIONS"] === "true") {
            const top = environment["GITHUB_WORKSPACE"] ?? root;
            const annotations = renderAnnotations(results, (file) => relative(top, resolve(root, file)));
            if (annotations !== "") note(annotations);
        }
        return results.every(filePassed) ? exitCode.fine : exitCode.findings;
    };
}
