import { z } from "zod";
import type { Finding } from "./finding.ts";
import type { Fields, RecordKind } from "./record-kind.ts";
import type { Proof, RuleCoverage } from "./rule-coverage.ts";
import { findingSchema } from "./run-record.ts";

const format = "pgassay rule coverage";
const version = 1;

/** What `mutate --coverage --json` prints. */
export interface RuleCoverageRecord {
    readonly format: typeof format;
    readonly version: typeof version;
    readonly rules: readonly RuleCoverage[];
    readonly findings: readonly Finding[];
}

export function ruleCoverageRecord(rules: readonly RuleCoverage[], findings: readonly Finding[]): RuleCoverageRecord {
    return { format, version, rules, findings };
}

const proof: z.ZodType<Proof> = z.union([
    z.strictObject({ state: z.literal("shown"), by: z.string() }),
    z.strictObject({ state: z.literal("missing"), what: z.string(), suggestion: z.string() }),
    z.strictObject({ state: z.literal("not asked") }),
]);

const ruleCoverage: z.ZodType<RuleCoverage> = z.strictObject({
    rule: z.string(),
    class: z.string(),
    owner: z.string(),
    asserted: proof,
    accepts: proof,
    refuses: proof,
} satisfies Fields<RuleCoverage>);

const ruleCoverageRecordSchema: z.ZodType<RuleCoverageRecord> = z.strictObject({
    format: z.literal(format),
    version: z.literal(version),
    rules: z.array(ruleCoverage).readonly(),
    findings: z.array(findingSchema).readonly(),
} satisfies Fields<RuleCoverageRecord>);

export const ruleCoverageKind: RecordKind<RuleCoverageRecord> = {
    name: "rule coverage",
    format,
    version,
    schema: ruleCoverageRecordSchema,
    writtenBy: "`pgassay mutate --coverage --json`",
};
