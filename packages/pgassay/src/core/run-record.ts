import { z } from "zod";
import { messageOf, usageError } from "./errors.ts";
import { sortFindings } from "./finding.ts";
import type { Finding } from "./finding.ts";
import type { PlanResult } from "./plan-result.ts";

/** Tells a run record from any other JSON file. */
const format = "pgassay run record";

/** Raised by one whenever a reader of the previous version would misread a record. */
const version = 2;

const blocks = z.int().nonnegative();
const milliseconds = z.number().nonnegative();

const findingSchema: z.ZodType<Finding> = z.strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    subject: z.string(),
    message: z.string(),
    detail: z.string().exactOptional(),
});

const genericFields = { tree: z.array(z.string()).readonly(), isChosen: z.boolean() };

const planResultSchema: z.ZodType<PlanResult> = z.strictObject({
    query: z.string(),
    case: z.string(),
    tree: z.array(z.string()).readonly(),
    indexes: z.array(z.string()).readonly(),
    tables: z.array(z.string()).readonly(),
    requiredIndexes: z.array(z.string()).readonly(),
    rows: z.int().nonnegative(),
    buffers: z.strictObject({ hit: blocks, read: blocks, tempRead: blocks, tempWritten: blocks }),
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
});

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

export const machineSchema = z
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

export const commitSchema = z
    .strictObject({
        /** Forty hexadecimal digits. */
        id: z.string(),
        /** Whether files of the project were changed, new or gone. */
        isDirty: z.boolean(),
    })
    .readonly();

export const serverSchema = z
    .strictObject({
        /** `18.4` */
        version: z.string(),
        /** Settings that change plans or times, by name, as `show` prints them. */
        settings: z.record(z.string(), z.string()).readonly(),
    })
    .readonly();

export const datasetSchema = z
    .strictObject({
        name: z.string(),
        scale: z.number().positive(),
        seed: z.int(),
        /** Of all that its rows follow from, beside the schema: sixteen hexadecimal digits. */
        digest: z.string(),
    })
    .readonly();

const runRecordSchema = z
    .strictObject({
        format: z.literal(format),
        version: z.literal(version),
        verb: z.enum(["plan", "bench"]),
        /** Version of pgassay that wrote the record. */
        pgassay: z.string(),
        startedAt: z.iso.datetime(),
        /** What was checked out, where the project is in git. */
        commit: commitSchema.exactOptional(),
        server: serverSchema,
        dataset: datasetSchema,
        machine: machineSchema,
        plans: z.array(planResultSchema).readonly(),
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

/**
 * Reads the text of a run record.
 *
 * @param path where the text comes from; it is only named in errors
 * @throws a usage error when the text is no run record, is one of a newer version, or breaks the rules of its version
 */
export function parseRunRecord(text: string, path: string): RunRecord {
    const tried = `read the run record ${path}`;
    const json = parseJson(text, tried);
    const envelope = envelopeSchema.safeParse(json);
    if (!envelope.success) {
        throw usageError({
            tried,
            happened: "the file is JSON, but pgassay did not write it as a run record",
            remedy: "name a file that `pgassay plan` or `pgassay bench` wrote",
        });
    }
    if (envelope.data.version > version) {
        throw usageError({
            tried,
            happened: `it has version ${envelope.data.version}, and this pgassay reads version ${version}`,
            remedy: "update pgassay, or make the run again with this one",
        });
    }
    if (envelope.data.version < version) {
        throw usageError({
            tried,
            happened: `it has version ${envelope.data.version}, and this pgassay reads version ${version}`,
            remedy: "make the run again with this pgassay, or read the record with the one that wrote it",
        });
    }
    const record = runRecordSchema.safeParse(json);
    if (record.success) return record.data;
    throw usageError(
        {
            tried,
            happened: `it says version ${version}, but is not as that version must be: ${firstIssue(record.error)}`,
            remedy: "make the run again; a run record is not edited by hand",
        },
        record.error,
    );
}

const envelopeSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) });

function parseJson(text: string, tried: string): unknown {
    try {
        return JSON.parse(text);
    } catch (cause) {
        throw usageError(
            {
                tried,
                happened: `the file is not JSON: ${messageOf(cause)}`,
                remedy: "name a file that `pgassay plan` or `pgassay bench` wrote, complete",
            },
            cause,
        );
    }
}

function firstIssue(error: z.ZodError): string {
    const issue = error.issues[0];
    if (issue === undefined) return error.message;
    return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}
