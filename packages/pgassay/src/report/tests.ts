import { counted } from "../core/counted.ts";
import { filePassed, totalsOf } from "../core/test-result.ts";
import type { Assertion, FileResult } from "../core/test-result.ts";
import { formatMs } from "./milliseconds.ts";
import { painter } from "./paint.ts";
import type { Paint, RenderOptions } from "./paint.ts";

/**
 * What a test run came to: a line for each file, below it what failed with its place and pgTAP's diagnostics, and the
 * totals as the last line, `214 passed, 1 failed`.
 *
 * @param options.notRun files that did not run because one had failed before
 */
export function renderTests(
    results: readonly FileResult[],
    { notRun = 0, ...options }: RenderOptions & { readonly notRun?: number },
): string {
    const paint = painter(options);
    const width = Math.max(...results.map(({ file }) => file.length), 0);
    const { files, failedFiles, passed, failed, todo, skipped } = totalsOf(results);
    const fate = failedFiles === 0 ? counted(files, "file") : `${failedFiles} of ${counted(files, "file")} failed`;
    const also = [notRun && `${notRun} not run`, todo && `${todo} to do`, skipped && `${skipped} skipped`]
        .filter(Boolean)
        .map((text) => `, ${text}`);
    return [
        ...results.map((result) => fileLines(result, width, paint)),
        "",
        `${fate}${also.join("")}`,
        paint(failed === 0 ? "green" : "red", `${passed} passed, ${failed} failed`),
    ].join("\n");
}

function fileLines(result: FileResult, width: number, paint: Paint): string {
    const passed = filePassed(result);
    const verdict = passed ? paint("green", "ok  ") : paint("red", "FAIL");
    const tests = counted(result.assertions.length, "test").padStart(10);
    const head = `${verdict} ${result.file.padEnd(width)} ${tests}  ${paint("dim", `${formatMs(result.durationMs)} ms`)}`;
    return [
        head,
        ...result.assertions
            .filter((assertion) => !assertion.passed)
            .flatMap((assertion) => failure(result, assertion, paint)),
        ...result.problems.flatMap(({ message, line }) => [
            `     ${paint("red", "problem")} ${place(result.file, line)}`,
            ...indent(message),
        ]),
        ...(result.keptUrl === undefined ? [] : [`     database kept: ${result.keptUrl}`]),
    ].join("\n");
}

function failure({ file }: FileResult, { number, description, diagnostics, line }: Assertion, paint: Paint): string[] {
    // The first diagnostic repeats the number and the description.
    const evidence = diagnostics.filter((text) => !text.startsWith(`Failed test ${number}`));
    return [
        `     ${paint("red", `not ok ${number}`)} ${place(file, line)} ${description}`,
        ...indent(evidence.join("\n")),
    ];
}

function place(file: string, line: number | undefined): string {
    return line === undefined ? file : `${file}:${line}`;
}

function indent(text: string): string[] {
    return text === "" ? [] : text.split("\n").map((line) => `         ${line}`.trimEnd());
}
