import { compareText, sortFindings, type Finding } from "../core/finding.ts";
import { findingPageName } from "../core/finding-page-name.ts";
import type { FindingPages } from "./finding-pages.ts";

/** A place in a file. */
export interface Location {
    /** Path from the root of the repository, with slashes. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
}

/** What a SARIF log says beside the findings. */
export interface SarifFacts {
    /** Version of pgassay. */
    readonly version: string;
    readonly pages: FindingPages;
    /** Where findings are, by what they are about; what is in no file is not among them. */
    readonly locations: ReadonlyMap<string, Location>;
}

/**
 * Findings as a log of the Static Analysis Results Interchange Format, which code scanning services read: a rule for
 * each code that occurs, with its page as the help text.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(findings: readonly Finding[], { version, pages, locations }: SarifFacts): string {
    const codes = [...new Set(findings.map(({ code }) => code))].toSorted(compareText);
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name: "pgassay", version, rules: codes.map((code) => ruleOf(code, pages)) } },
                results: sortFindings(findings).map(({ code, severity, subject, message, detail }) => ({
                    ruleId: code,
                    ruleIndex: codes.indexOf(code),
                    level: severity,
                    message: { text: [`${subject}: ${message}`, ...(detail ? [detail.trimEnd()] : [])].join("\n\n") },
                    locations: [
                        {
                            ...physicalLocation(locations.get(subject)),
                            logicalLocations: [{ fullyQualifiedName: subject }],
                        },
                    ],
                    // The same finding in the next run, wherever its line has gone.
                    partialFingerprints: { "subject/v1": `${code} ${subject}` },
                })),
                columnKind: "utf16CodeUnits",
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(code: string, pages: FindingPages): object {
    const page = pages[findingPageName(code, pages) ?? ""];
    if (page === undefined) return { id: code };
    return {
        id: code,
        shortDescription: { text: page.summary },
        help: { text: page.markdown, markdown: page.markdown },
    };
}

function physicalLocation(location: Location | undefined): object {
    if (location === undefined) return {};
    const { file, line } = location;
    return {
        physicalLocation: {
            artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
            region: { startLine: line },
        },
    };
}
