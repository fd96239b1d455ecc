import { z } from "zod";
import { causeKinds, timeVerdicts, workMetrics } from "./comparison.ts";
import type { CaseCause, CaseComparison, Comparison, Round, TimeComparison, WorkChange } from "./comparison.ts";
import type { Finding } from "./finding.ts";
import type { Fields, RecordKind } from "./record-kind.ts";
import { findingSchema, planResultSchema } from "./run-record.ts";

const format = "pgassay comparison";
const version = 1;

/** What `compare --json` prints. */
export interface ComparisonRecord {
    readonly format: typeof format;
    readonly version: typeof version;
    readonly comparison: Comparison;
    readonly findings: readonly Finding[];
}

export function comparisonRecord(comparison: Comparison, findings: readonly Finding[]): ComparisonRecord {
    return { format, version, comparison, findings };
}

const count = z.int().nonnegative();
const times = z.array(z.number().nonnegative()).readonly();

const workChange: z.ZodType<WorkChange> = z.strictObject({
    metric: z.enum(workMetrics),
    base: count,
    head: count,
} satisfies Fields<WorkChange>);

const round: z.ZodType<Round> = z.strictObject({
    pairs: z.array(z.strictObject({ base: times, head: times })).readonly(),
    ratio: z.strictObject({ ratio: z.number(), low: z.number(), high: z.number() }),
    p: z.number(),
} satisfies Fields<Round>);

const timeComparison: z.ZodType<TimeComparison> = z.strictObject({
    clock: z.enum(["cpu", "wall"]),
    first: round,
    again: round.exactOptional(),
    verdict: z.enum(timeVerdicts),
} satisfies Fields<TimeComparison>);

const caseCause: z.ZodType<CaseCause> = z.strictObject({
    kinds: z.array(z.enum(causeKinds)).readonly(),
    what: z.string(),
    isProved: z.boolean(),
} satisfies Fields<CaseCause>);

const caseComparison: z.ZodType<CaseComparison> = z.strictObject({
    query: z.string(),
    case: z.string(),
    base: planResultSchema.exactOptional(),
    head: planResultSchema.exactOptional(),
    work: z.array(workChange).readonly(),
    cause: caseCause.exactOptional(),
    time: timeComparison.exactOptional(),
    incomparable: z.array(z.string()).readonly(),
} satisfies Fields<CaseComparison>);

const comparison: z.ZodType<Comparison> = z.strictObject({
    base: z.string(),
    head: z.string(),
    cases: z.array(caseComparison).readonly(),
    timesDoubted: z.string().exactOptional(),
    timesMissing: z.string().exactOptional(),
} satisfies Fields<Comparison>);

const comparisonRecordSchema: z.ZodType<ComparisonRecord> = z.strictObject({
    format: z.literal(format),
    version: z.literal(version),
    comparison,
    findings: z.array(findingSchema).readonly(),
} satisfies Fields<ComparisonRecord>);

export const comparisonKind: RecordKind<ComparisonRecord> = {
    name: "comparison",
    format,
    version,
    schema: comparisonRecordSchema,
    writtenBy: "`pgassay compare --json`",
};
