import { totalsOf } from "../core/test-result.ts";
import type { Assertion, FileResult } from "../core/test-result.ts";
import { escapeXml } from "./xml.ts";

/**
 * A test run as JUnit XML, the report that CI systems read: a suite for each file, a case for each assertion, and a
 * failed case for each problem of a file.
 */
export function renderJunit(results: readonly FileResult[]): string {
    const { passed, failed } = totalsOf(results);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="pgassay" tests="${passed + failed}" failures="${failed}">`,
        ...results.flatMap(suite),
        "</testsuites>",
        "",
    ].join("\n");
}

function suite(result: FileResult): string[] {
    const { passed, failed, skipped } = totalsOf([result]);
    const seconds = (result.durationMs / 1000).toFixed(3);
    const counts = `tests="${passed + failed}" failures="${failed}" skipped="${skipped}" time="${seconds}"`;
    return [
        `  <testsuite name="${escapeXml(result.file)}" ${counts}>`,
        ...result.assertions.map((assertion) => testCase(result.file, assertion)),
        ...result.problems.map(
            ({ message, line }) =>
                `    <testcase name="the file as a whole" classname="${escapeXml(result.file)}">` +
                `<failure message="${escapeXml(place(line) + message)}"/></testcase>`,
        ),
        "  </testsuite>",
    ];
}

function testCase(file: string, { description, passed, directive, diagnostics, line }: Assertion): string {
    const open = `    <testcase name="${escapeXml(description)}" classname="${escapeXml(file)}"`;
    if (!passed) {
        const message = escapeXml(place(line) + description);
        return `${open}><failure message="${message}">${escapeXml(diagnostics.join("\n"))}</failure></testcase>`;
    }
    return directive === "skip" ? `${open}><skipped/></testcase>` : `${open}/>`;
}

function place(line: number | undefined): string {
    return line === undefined ? "" : `line ${line}: `;
}
