import type { Finding } from "../core/finding.ts";
import { escapeXml } from "./xml.ts";

/**
 * Findings as JUnit XML, the report that CI systems read: a case for everything that was looked at, failed where it
 * has an error. A warning fails nothing and is told beside it.
 *
 * @param looked what was looked at, by name; what has a finding and is not among them is added
 */
export function renderFindingsJunit(verb: string, looked: readonly string[], findings: readonly Finding[]): string {
    const subjects = [...new Set([...looked, ...findings.map(({ subject }) => subject)])];
    const failed = new Set(findings.filter(({ severity }) => severity === "error").map(({ subject }) => subject));
    const counts = `tests="${subjects.length}" failures="${failed.size}"`;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="pgassay" ${counts}>`,
        `  <testsuite name="${escapeXml(`pgassay ${verb}`)}" ${counts}>`,
        ...subjects.map((subject) => {
            const own = findings.filter((finding) => finding.subject === subject);
            const open = `    <testcase name="${escapeXml(subject)}" classname="${escapeXml(`pgassay ${verb}`)}"`;
            return own.length === 0 ? `${open}/>` : `${open}>${own.map(outcome).join("")}</testcase>`;
        }),
        "  </testsuite>",
        "</testsuites>",
        "",
    ].join("\n");
}

function outcome({ severity, code, message, detail = "" }: Finding): string {
    if (severity === "warning")
        return `<system-out>${escapeXml(`${code}: ${message}\n${detail}`.trimEnd())}</system-out>`;
    return `<failure type="${escapeXml(code)}" message="${escapeXml(`${code}: ${message}`)}">${escapeXml(detail)}</failure>`;
}
