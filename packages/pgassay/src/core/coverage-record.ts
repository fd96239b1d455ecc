import { z } from "zod";
import type { Finding } from "./finding.ts";
import type { IndexCoverage, IndexEffect } from "./index-coverage.ts";
import type { Fields, RecordKind } from "./record-kind.ts";
import { findingSchema } from "./run-record.ts";

const format = "pgassay index coverage";
const version = 1;

/** What `indexes --json` prints. */
export interface CoverageRecord {
    readonly format: typeof format;
    readonly version: typeof version;
    readonly indexes: readonly IndexCoverage[];
    readonly findings: readonly Finding[];
}

export function coverageRecord(indexes: readonly IndexCoverage[], findings: readonly Finding[]): CoverageRecord {
    return { format, version, indexes, findings };
}

const count = z.int().nonnegative();

const indexEffect: z.ZodType<IndexEffect> = z.strictObject({
    query: z.string(),
    case: z.string(),
    without: z.enum(["executed", "planned", "cancelled", "refused"]),
    costRatio: z.number().nonnegative(),
    blocks: count,
    blocksWithout: count.exactOptional(),
} satisfies Fields<IndexEffect>);

const indexCoverage: z.ZodType<IndexCoverage> = z.strictObject({
    schema: z.string(),
    table: z.string(),
    name: z.string(),
    definition: z.string(),
    bytes: count,
    walBytesPerRow: z.number().nonnegative().exactOptional(),
    keptBy: z.string().exactOptional(),
    readBy: count,
    serves: z.array(indexEffect).readonly(),
} satisfies Fields<IndexCoverage>);

const coverageRecordSchema: z.ZodType<CoverageRecord> = z.strictObject({
    format: z.literal(format),
    version: z.literal(version),
    indexes: z.array(indexCoverage).readonly(),
    findings: z.array(findingSchema).readonly(),
} satisfies Fields<CoverageRecord>);

export const coverageKind: RecordKind<CoverageRecord> = {
    name: "index coverage",
    format,
    version,
    schema: coverageRecordSchema,
    writtenBy: "`pgassay indexes --json`",
};
