import { z } from "zod";
import type { Finding } from "./finding.ts";
import type { IndexCoverage, IndexEffect, IndexGain, ProposedIndex } from "./index-coverage.ts";
import type { Fields, RecordKind } from "./record-kind.ts";
import { findingSchema } from "./run-record.ts";

const format = "pgassay index coverage";
const version = 2;

/** What `indexes --json` prints. */
export interface CoverageRecord {
    readonly format: typeof format;
    readonly version: typeof version;
    readonly indexes: readonly IndexCoverage[];
    /** Those that no exception accepts, the one that is worth most first. */
    readonly proposed: readonly ProposedIndex[];
    /** Why nothing is known of what indexes cost to write, in a clause; absent where that was measured. */
    readonly writeCostUnknown?: string;
    readonly findings: readonly Finding[];
}

export function coverageRecord(parts: Omit<CoverageRecord, "format" | "version">): CoverageRecord {
    return { format, version, ...parts };
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
    testedBy: z.array(z.string()).readonly().exactOptional(),
} satisfies Fields<IndexCoverage>);

const indexGain: z.ZodType<IndexGain> = z.strictObject({
    query: z.string(),
    case: z.string(),
    blocks: count,
    blocksWith: count,
} satisfies Fields<IndexGain>);

const proposedIndex: z.ZodType<ProposedIndex> = z.strictObject({
    schema: z.string(),
    table: z.string(),
    name: z.string(),
    definition: z.string(),
    bytes: count,
    walBytesPerRow: z.number().nonnegative().exactOptional(),
    gains: z.array(indexGain).readonly(),
    replaces: z.array(z.string()).readonly(),
} satisfies Fields<ProposedIndex>);

const coverageRecordSchema: z.ZodType<CoverageRecord> = z.strictObject({
    format: z.literal(format),
    version: z.literal(version),
    indexes: z.array(indexCoverage).readonly(),
    proposed: z.array(proposedIndex).readonly(),
    writeCostUnknown: z.string().exactOptional(),
    findings: z.array(findingSchema).readonly(),
} satisfies Fields<CoverageRecord>);

export const coverageKind: RecordKind<CoverageRecord> = {
    name: "index coverage",
    format,
    version,
    schema: coverageRecordSchema,
    writtenBy: "`pgassay indexes --json`",
};
