import { createHash } from "node:crypto";
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
    /** What was looked for and where, `pgassay/lint/examples/library`: a later log replaces one of its own category alone. */
    readonly category: string;
}

/**
 * Findings as a log of the Static Analysis Results Interchange Format, which code scanning services read: a rule for
 * each code that occurs, with its page as the help text.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(findings: readonly Finding[], { version, pages, locations, category }: SarifFacts): string {
    const occurrences = new Map<string, number>();
    const fingerprintOf = ({ code, subject }: Finding): string => {
        const hash = createHash("sha256").update(`${code} ${subject}`).digest("hex").slice(0, 16);
        const occurrence = (occurrences.get(hash) ?? 0) + 1;
        occurrences.set(hash, occurrence);
        return `${hash}:${occurrence}`;
    };
    const codes = [...new Set(findings.map(({ code }) => code))].toSorted(compareText);
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name: "pgassay", version, rules: codes.map((code) => ruleOf(code, pages)) } },
                // What stands after the last slash would name a single run.
                automationDetails: { id: `${category}/` },
                results: sortFindings(findings).map((finding) => ({
                    ruleId: finding.code,
                    ruleIndex: codes.indexOf(finding.code),
                    level: finding.severity,
                    message: { text: textOf(finding) },
                    locations: [
                        {
                            ...physicalLocation(locations.get(finding.subject)),
                            logicalLocations: [{ fullyQualifiedName: finding.subject }],
                        },
                    ],
                    // The same finding in the next run, wherever its line has gone. It is the one name that GitHub knows;
                    // without it, the upload would compute one from the files it sees, which may be those of another commit.
                    partialFingerprints: { primaryLocationLineHash: fingerprintOf(finding) },
                })),
                columnKind: "utf16CodeUnits",
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

function textOf({ subject, message, detail }: Finding): string {
    return [`${subject}: ${message}`, ...(detail ? [detail.trimEnd()] : [])].join("\n\n");
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
