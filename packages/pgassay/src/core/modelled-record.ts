import { z } from "zod";
import type { Finding } from "./finding.ts";
import type { ModelledCase } from "./modelled-plan.ts";
import { modelledCaseSchema } from "./modelled-schema.ts";
import type { Fields, RecordKind } from "./record-kind.ts";
import { findingSchema } from "./run-record.ts";

const format = "pgassay modelled plans";
const version = 1;

/** What `plan --modelled … --json` prints. */
export interface ModelledRecord {
    readonly format: typeof format;
    readonly version: typeof version;
    readonly cases: readonly ModelledCase[];
    readonly findings: readonly Finding[];
}

export function modelledRecord(cases: readonly ModelledCase[], findings: readonly Finding[]): ModelledRecord {
    return { format, version, cases, findings };
}

const modelledRecordSchema: z.ZodType<ModelledRecord> = z.strictObject({
    format: z.literal(format),
    version: z.literal(version),
    cases: z.array(modelledCaseSchema).readonly(),
    findings: z.array(findingSchema).readonly(),
} satisfies Fields<ModelledRecord>);

export const modelledKind: RecordKind<ModelledRecord> = {
    name: "modelled plans",
    format,
    version,
    schema: modelledRecordSchema,
    writtenBy: "`pgassay plan --modelled … --json`",
};
