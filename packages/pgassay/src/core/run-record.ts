import { z } from "zod";
import { sortFindings } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { modelledCaseSchema } from "./modelled-schema.ts";
import type { PlanResult } from "./plan-result.ts";
import { parseRecord } from "./record-kind.ts";
import type { Fields, RecordKind } from "./record-kind.ts";

/** Tells a run record from any other JSON file. */
const format = "pgassay run record";

/** Raised by one whenever a reader of the previous version would misread a record. */
const version = 2;

const blocks = z.int().nonnegative();
const milliseconds = z.number().nonnegative();

export const findingSchema: z.ZodType<Finding> = z.strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    subject: z.string(),
    message: z.string(),
    detail: z.string().exactOptional(),
} satisfies Fields<Finding>);

const genericFields = { tree: z.array(z.string()).readonly(), isChosen: z.boolean() };

export const planResultSchema: z.ZodType<PlanResult> = z.strictObject({
    query: z.string(),
    case: z.string(),
    arguments: z.array(z.string()).readonly().exactOptional(),
    tree: z.array(z.string()).readonly(),
    explanation: z.record(z.string(), z.unknown()).readonly().exactOptional(),
    indexes: z.array(z.string()).readonly(),
    tables: z.array(z.string()).readonly(),
    requiredIndexes: z.array(z.string()).readonly(),
    rows: z.int().nonnegative(),
    buffers: z.strictObject({ hit: blocks, read: blocks, tempRead: blocks, tempWritten: blocks }),
    floor: z.union([z.strictObject({ blocks }), z.strictObject({ unknown: z.string() })]).exactOptional(),
    bufferBudget: blocks.exactOptional(),
    rowsRemoved: z.int().nonnegative(),
    qError: z.number().min(1),
    wal: z.strictObject({ records: z.int().nonnegative(), bytes: z.int().nonnegative() }).exactOptional(),
    planningMs: milliseconds.exactOptional(),
    generic: z
        .union([
            z.strictObject({ ...genericFields, buffers: blocks }),
            z.strictObject({ ...genericFields, failure: z.string() }),
        ])
        .exactOptional(),
    golden: z.enum(["accepted", "tied", "changed", "none"]),
    findings: z.array(findingSchema).readonly(),
} satisfies Fields<PlanResult>);

const intervalSchema = z
    .strictObject({ low: milliseconds.exactOptional(), high: milliseconds.exactOptional() })
    .readonly();

const measurementSchema = z
    .strictObject({
        /** Each execution in microseconds, rounded to 0.1, in the order of execution; the warm-up is not among them. */
        samplesUs: z.array(z.number().nonnegative()).min(1).readonly(),
        p50Ms: milliseconds,
        p90Ms: milliseconds,
        p95Ms: milliseconds,
        p99Ms: milliseconds,
        maxMs: milliseconds,
        /** Between what each percentile lies, in 95 of 100 such sessions; an end that the samples cannot give is absent. */
        intervalsMs: z
            .strictObject({ p50: intervalSchema, p90: intervalSchema, p95: intervalSchema, p99: intervalSchema })
            .readonly(),
        /** Processor time of the server's process, an execution each, in their order; absent where the kernel does not tell it. */
        processor: z
            .strictObject({ samplesUs: z.array(z.number().nonnegative()).readonly(), p50Ms: milliseconds })
            .readonly()
            .exactOptional(),
        /** Means of a call as the server counts them, and what it leaves of the mean sample; absent where it does not tell. */
        perCall: z
            .strictObject({
                clientMs: milliseconds,
                planMs: milliseconds,
                executeMs: milliseconds,
                /** Of 8 kB, found in shared buffers or read into them. */
                blocks: z.number().nonnegative(),
                walRecords: z.number().nonnegative(),
                /** With the images of full pages. */
                walBytes: z.number().nonnegative(),
            })
            .readonly()
            .exactOptional(),
        /** What else the machine did meanwhile; absent where the kernel does not tell it. */
        disturbance: z
            .strictObject({
                /** Of the time: the processes of server and client were ready and waited for a processor. */
                waitedShare: z.number().nonnegative(),
                /** Of the processors' time: a hypervisor gave it to others. */
                stolenShare: z.number().nonnegative(),
            })
            .readonly()
            .exactOptional(),
        /** Why the percentiles are not to be trusted; empty when nothing speaks against them. */
        doubts: z.array(z.enum(["few-samples", "coarse-timer", "drifting", "noisy-neighbour", "timed-out"])).readonly(),
    })
    .readonly();

const latencyResultSchema = z
    .strictObject({
        /** `<area>/<name>` of the query. */
        query: z.string(),
        case: z.string(),
        targetMsP95: z.number().positive(),
        first: measurementSchema,
        /** Made on a new connection, and only when `first` missed the target; it decides. */
        confirmation: measurementSchema.exactOptional(),
        findings: z.array(findingSchema).readonly(),
    })
    .readonly();

const machineSchema = z
    .strictObject({
        /** As Node.js names them: `linux x64`. */
        platform: z.string(),
        cpus: z.int().positive(),
        cpuModel: z.string(),
        memoryMiB: z.int().positive(),
        /** Version of Node.js, without the `v`. */
        node: z.string(),
    })
    .readonly();

const commitSchema = z
    .strictObject({
        /** Forty hexadecimal digits. */
        id: z.string(),
        /** Whether files of the project were changed, new or gone. */
        isDirty: z.boolean(),
    })
    .readonly();

const serverSchema = z
    .strictObject({
        /** `18.4` */
        version: z.string(),
        /** Settings that change plans or times, by name, as `show` prints them. */
        settings: z.record(z.string(), z.string()).readonly(),
    })
    .readonly();

const datasetSchema = z
    .strictObject({
        name: z.string(),
        scale: z.number().positive(),
        seed: z.int(),
        /** Of all that its rows follow from, beside the schema: sixteen hexadecimal digits. */
        digest: z.string(),
    })
    .readonly();

/** What every record of a run that measures says of how it was made. */
export const circumstances = {
    /** Version of pgassay that wrote the record. */
    pgassay: z.string(),
    startedAt: z.iso.datetime(),
    /** What was checked out, where the project is in git. */
    commit: commitSchema.exactOptional(),
    server: serverSchema,
    dataset: datasetSchema,
    machine: machineSchema,
};

/** What a run says of a query, so that a reader need not have its file. */
const queryTextSchema = z
    .strictObject({
        /** `<area>/<name>`. */
        id: z.string(),
        /** Path of the file, relative to the configuration file. */
        file: z.string(),
        /** What the product uses it for, in one sentence. */
        about: z.string(),
        /** The statement with its parameters as `$n::type`. */
        text: z.string(),
    })
    .readonly();

const runRecordSchema = z
    .strictObject({
        format: z.literal(format),
        version: z.literal(version),
        verb: z.enum(["plan", "bench"]),
        ...circumstances,
        /** The queries that were looked at; absent in the first records, which had them not. */
        queries: z.array(queryTextSchema).readonly().exactOptional(),
        plans: z.array(planResultSchema).readonly(),
        /** The same cases at sizes that exist only in statistics, where the project models any. */
        modelled: z.array(modelledCaseSchema).readonly().exactOptional(),
        /** Tables with row-level security that plans were made without, by a user for whom it does not hold. */
        withoutPolicies: z.array(z.string()).readonly().exactOptional(),
        /** Empty in the record of a `plan`. */
        latencies: z.array(latencyResultSchema).readonly(),
        /** Every finding of the run, those of single cases included, in the order of `sortFindings`. */
        findings: z.array(findingSchema).readonly(),
    })
    .readonly();

/** One round of executions of one case on one connection. */
export type Measurement = z.infer<typeof measurementSchema>;

/** What timing one case of one query showed. */
export type LatencyResult = z.infer<typeof latencyResultSchema>;

/** What a run was made on, as far as it explains a latency. It names no host and no user. */
export type Machine = z.infer<typeof machineSchema>;

/** A commit of the project. */
export type Commit = z.infer<typeof commitSchema>;

/** What one run of `plan` or `bench` found out: written once, never changed, and all that a report is made from. */
export type RunRecord = z.infer<typeof runRecordSchema>;

/** What a run knows about itself; the rest of its record follows from it. */
export interface RunFacts extends Omit<RunRecord, "format" | "version" | "findings"> {
    /** Findings that belong to no single case, such as an index that no query uses. */
    readonly otherFindings: readonly Finding[];
}

/** The record of a run. */
export function runRecord({ otherFindings, ...facts }: RunFacts): RunRecord {
    const ofCases = [...facts.plans, ...facts.latencies].flatMap((result) => result.findings);
    return { format, version, ...facts, findings: sortFindings([...ofCases, ...otherFindings]) };
}

/** How findings and tables name a case: `task/my_open_tasks#hot`. */
export function subjectOf(result: Pick<PlanResult, "query" | "case">): string {
    return `${result.query}#${result.case}`;
}

/** The measurement that decides: the confirmation where there is one. */
export function decisive(result: LatencyResult): Measurement {
    return result.confirmation ?? result.first;
}

export const runRecordKind: RecordKind<RunRecord> = {
    name: "run record",
    format,
    version,
    schema: runRecordSchema,
    writtenBy: "`pgassay plan` or `pgassay bench`",
};

/**
 * Reads the text of a run record.
 *
 * @param path where the text comes from; it is only named in errors
 * @throws a usage error when the text is no run record, is one of another version, or breaks the rules of its version
 */
export function parseRunRecord(text: string, path: string): RunRecord {
    return parseRecord(runRecordKind, text, path);
}
