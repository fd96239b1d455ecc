import { compareText } from "./finding.ts";
import type { Finding } from "./finding.ts";

/** The findings of `plan` and `bench` about queries: a configuration may make them milder or stricter, and waive them. */
export const queryFindingCodes = [
    "buffers-over-budget",
    "generic-plan-fails",
    "generic-plan-worse",
    "golden-dataset-changed",
    "golden-missing",
    "golden-query-changed",
    "golden-server-changed",
    "golden-settings-changed",
    "golden-stale",
    "grows-past-promise",
    "index-missing",
    "index-not-used",
    "latency-doubtful",
    "latency-over-target",
    "model-incomplete",
    "no-rows",
    "plan-changed",
    "plan-tied",
    "q-error-over-budget",
    "rows-removed-over-budget",
    "scales-not-modelled",
    "statistics-dataset-changed",
    "statistics-stale",
    "temp-blocks-over-budget",
    "temp-files",
    "type-outgrown",
    "wal-over-budget",
    "write-not-measured",
] as const;

/** The findings of `compare` about queries, of which the same is true. */
export const comparisonFindingCodes = ["became-slower", "not-comparable", "work-increased"] as const;

export const ruledFindingCodes = [...queryFindingCodes, ...comparisonFindingCodes] as const;

export type RuledFindingCode = (typeof ruledFindingCodes)[number];

/** Those about plans at modelled scales, and nothing else: a run that models none does not look for them. */
export const modelledFindingCodes: readonly RuledFindingCode[] = [
    "grows-past-promise",
    "model-incomplete",
    "scales-not-modelled",
    "statistics-dataset-changed",
    "statistics-stale",
    "type-outgrown",
];

/** What becomes of findings with one code: an error, a warning, or nothing. */
export type Policy = "fail" | "warn" | "off";

/** Leave for one finding about one query or case, for a time. */
export interface Waiver {
    readonly finding: RuledFindingCode;
    /** A query, `task/my_open_tasks`, which stands for all its cases, or one case. */
    readonly subject: string;
    /** The last day it holds, in UTC: `2026-12-31`. */
    readonly until: string;
    readonly reason: string;
}

/** What a configuration says about findings. */
export interface FindingRules {
    readonly policy: Readonly<Partial<Record<RuledFindingCode, Policy>>>;
    readonly waivers: readonly Waiver[];
}

/** The waivers of findings that a verb looks for. Those of others are not its to judge. */
export function waiversOf(waivers: readonly Waiver[], codes: readonly RuledFindingCode[]): Waiver[] {
    return waivers.filter(({ finding }) => codes.includes(finding));
}

/** Findings under the rules: some are gone, some weigh more or less, and a waived one is a warning that says why. */
export function underRules(findings: readonly Finding[], rules: FindingRules, today: Date): Finding[] {
    const policies = new Map<string, Policy>(Object.entries(rules.policy));
    const valid = rules.waivers.filter((waiver) => !isExpired(waiver, today));
    return findings.flatMap((finding) => {
        const policy = policies.get(finding.code);
        if (policy === "off") return [];
        const severity = policy === undefined ? finding.severity : policy === "fail" ? "error" : "warning";
        const waiver = valid.find((one) => isAbout(one, finding));
        if (!waiver) return [{ ...finding, severity }];
        const message = `${finding.message} (waived until ${waiver.until}: ${waiver.reason})`;
        return [{ ...finding, severity: "warning" as const, message }];
    });
}

/**
 * What is wrong with the waivers themselves: some have expired, some waive nothing.
 *
 * @param findings all findings of the run, before any rule
 * @param isLookedFor whether the run would have found what a waiver is about; only then finding nothing says anything
 */
export function checkWaivers(
    waivers: readonly Waiver[],
    findings: readonly Finding[],
    today: Date,
    isLookedFor: (waiver: Waiver) => boolean,
): Finding[] {
    const found = waivers.flatMap((waiver): Finding[] => {
        const subject = waiver.subject;
        if (isExpired(waiver, today)) {
            const message = `the waiver of ${waiver.finding} ended on ${waiver.until} (${waiver.reason}): remove it, or decide anew`;
            return [{ code: "waiver-expired", severity: "error", subject, message }];
        }
        if (!isLookedFor(waiver) || findings.some((finding) => isAbout(waiver, finding))) return [];
        const message = `nothing is left to waive for ${waiver.finding}: remove the waiver from the configuration`;
        return [{ code: "waiver-unused", severity: "warning", subject, message }];
    });
    return found.toSorted((a, b) => compareText(a.subject, b.subject));
}

function isAbout({ finding: code, subject }: Waiver, finding: Finding): boolean {
    return finding.code === code && (finding.subject === subject || finding.subject.startsWith(`${subject}#`));
}

function isExpired({ until }: Waiver, today: Date): boolean {
    return until < today.toISOString().slice(0, 10);
}
