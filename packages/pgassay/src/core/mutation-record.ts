import { z } from "zod";
import type { Finding } from "./finding.ts";
import { scoreOf } from "./mutation-run.ts";
import type { Killer, MutantResult, MutationRun, MutationScore, Verdict } from "./mutation-run.ts";
import type { Fields, RecordKind } from "./record-kind.ts";
import { findingSchema } from "./run-record.ts";

const format = "pgassay mutation run";
const version = 1;

/** What `mutate --json` prints. */
export interface MutationRecord extends MutationRun {
    readonly format: typeof format;
    readonly version: typeof version;
    readonly score: MutationScore;
    readonly findings: readonly Finding[];
}

export function mutationRecord(run: MutationRun, findings: readonly Finding[]): MutationRecord {
    return { format, version, score: scoreOf(run.mutants), findings, ...run };
}

const count = z.int().nonnegative();

const killer: z.ZodType<Killer> = z.strictObject({
    file: z.string(),
    line: z.int().exactOptional(),
    how: z.enum(["assertion", "error", "timeout", "plan"]),
    what: z.string(),
} satisfies Fields<Killer>);

const verdict: z.ZodType<Verdict> = z.union([
    z.strictObject({ kind: z.literal("killed"), by: killer }),
    z.strictObject({ kind: z.literal("survived") }),
    z.strictObject({ kind: z.enum(["equivalent", "duplicate", "weak"]), reason: z.string() }),
    z.strictObject({ kind: z.literal("stillborn"), sqlstate: z.string(), reason: z.string() }),
    z.strictObject({ kind: z.literal("refused"), reason: z.string() }),
]);

const mutantResult: z.ZodType<MutantResult> = z.strictObject({
    id: z.string(),
    operator: z.string(),
    class: z.string(),
    owner: z.string(),
    description: z.string(),
    sql: z.array(z.string()).readonly(),
    suggestion: z.string(),
    oracle: z.enum(["tests", "plan"]),
    verdict,
    accepted: z.string().exactOptional(),
} satisfies Fields<MutantResult>);

const mutationRecordSchema: z.ZodType<MutationRecord> = z.strictObject({
    format: z.literal(format),
    version: z.literal(version),
    score: z.strictObject({
        killed: count,
        survived: count,
        accepted: count,
        unscored: count,
        score: z.number().min(0).max(1).exactOptional(),
    }),
    findings: z.array(findingSchema).readonly(),
    mutants: z.array(mutantResult).readonly(),
    testFiles: count,
    cloneFiles: z.array(z.strictObject({ file: z.string(), reason: z.string() })).readonly(),
    durationMs: z.number().nonnegative(),
} satisfies Fields<MutationRecord>);

export const mutationKind: RecordKind<MutationRecord> = {
    name: "mutation run",
    format,
    version,
    schema: mutationRecordSchema,
    writtenBy: "`pgassay mutate --json`",
};
