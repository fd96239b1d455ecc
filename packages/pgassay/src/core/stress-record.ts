import { z } from "zod";
import { counted } from "./counted.ts";
import type { RecordKind } from "./record-kind.ts";
import { circumstances, findingSchema } from "./run-record.ts";

/** Tells the record of a load from any other JSON file. */
const format = "pgassay stress record";

/** Raised by one whenever a reader of the previous version would misread a record. */
const version = 1;

const count = z.int().nonnegative();
const microseconds = z.number().nonnegative();
const share = z.number().min(0).max(1);

/** By nearest rank, in microseconds rounded to 0.1. */
const spreadSchema = z
    .strictObject({ p50: microseconds, p90: microseconds, p99: microseconds, max: microseconds })
    .readonly();

const caseLoadSchema = z
    .strictObject({
        query: z.string(),
        case: z.string(),
        /** Answers within the measured time, right or wrong; those of the warm-up are not among them. */
        answered: count,
        /** Absent when nothing was answered. */
        latencyUs: spreadSchema.exactOptional(),
        wrong: count,
        /** Requests that the server refused or that got no answer, those of the warm-up included. */
        failed: count,
    })
    .readonly();

/** What came of the writes of one case, those of the warm-up included. */
const writesSchema = z
    .strictObject({
        query: z.string(),
        case: z.string(),
        /** Answered with success. */
        acknowledged: count,
        /** Without an answer: done or not. */
        unanswered: count,
        /** By how much the number that each of them raises by one has risen. */
        found: z.int(),
    })
    .readonly();

const stepSchema = z
    .strictObject({
        /** Through the service, or straight through node-postgres. */
        way: z.enum(["http", "pg"]),
        connections: z.int().positive(),
        /** Arrivals a second; without it each connection asks again when it has its answer. */
        ratePerSecond: z.number().positive().exactOptional(),
        /** From the first request to the last answer, without the warm-up. */
        tookMs: z.number().positive(),
        answered: count,
        answeredPerSecond: z.number().nonnegative(),
        /** From the moment at which a request was due to its answer; absent when nothing was answered. */
        latencyUs: spreadSchema.exactOptional(),
        /** How many answers took about so long: `[lower bound in microseconds, answers]`, eight to a doubling. */
        histogramUs: z.array(z.tuple([microseconds, count]).readonly()).readonly(),
        wrong: count,
        /** Why requests failed, those of the warm-up included. */
        failures: z.array(z.strictObject({ reason: z.string(), requests: count }).readonly()).readonly(),
        /** Due at the rate, and never sent because those before them took too long. */
        unsent: count,
        /** How long requests waited for a connection to the database. */
        poolWaitUs: spreadSchema.exactOptional(),
        /** What backends waited for when they were looked at: `Lock:transactionid`, and backends on average. */
        waits: z.array(z.strictObject({ event: z.string(), backends: z.number().positive() }).readonly()).readonly(),
        deadlocks: count,
        /** Shares of the time in which the threads had work: 1 is a thread that holds everything else up. */
        busy: z.strictObject({ generator: share, service: share.exactOptional() }).readonly(),
        /** By how much the generator itself was late, where it sent at a rate and had a connection to spare. */
        generatorLateUs: spreadSchema.exactOptional(),
        cases: z.array(caseLoadSchema).readonly(),
        writes: z.array(writesSchema).readonly(),
        /** Cases whose answer was another one after the step than before it: their answers cannot be judged. */
        moved: z.array(z.string()).readonly(),
    })
    .readonly();

const saturationSchema = z
    .strictObject({
        way: z.enum(["http", "pg"]),
        /** Fewest connections that reach nine tenths of the highest throughput; more of them only wait longer. */
        connections: z.int().positive(),
        answeredPerSecond: z.number().nonnegative(),
        /** Whether a step with more connections shows that it is a limit. */
        isSeen: z.boolean(),
    })
    .readonly();

const stressRecordSchema = z
    .strictObject({
        format: z.literal(format),
        version: z.literal(version),
        verb: z.literal("stress"),
        ...circumstances,
        role: z.string().exactOptional(),
        /** Most connections to the database at a time. */
        poolSize: z.int().positive(),
        mix: z
            .array(
                z
                    .strictObject({
                        query: z.string(),
                        case: z.string(),
                        weight: z.number().positive(),
                        writes: z.boolean(),
                    })
                    .readonly(),
            )
            .readonly(),
        /** Requests a second that the service has to reach, where the configuration says so. */
        targetPerSecond: z.number().positive().exactOptional(),
        /** How long 99 of 100 requests may take at that rate, in milliseconds, where it says so. */
        targetMsP99: z.number().positive().exactOptional(),
        steps: z.array(stepSchema).readonly(),
        /** For each way that was tried with more than one number of connections. */
        saturation: z.array(saturationSchema).readonly(),
        findings: z.array(findingSchema).readonly(),
    })
    .readonly();

/** Percentiles of a quantity in microseconds. */
export type Spread = z.infer<typeof spreadSchema>;

/** What one case came to under one load. */
export type CaseLoad = z.infer<typeof caseLoadSchema>;

/** What came of the writes of one case under one load. */
export type Writes = z.infer<typeof writesSchema>;

/** What one load came to. */
export type StressStep = z.infer<typeof stepSchema>;

/** Where more connections bring no more throughput. */
export type Saturation = z.infer<typeof saturationSchema>;

/** What one run of `stress` found out: written once, never changed, and all that a report is made from. */
export type StressRecord = z.infer<typeof stressRecordSchema>;

/** How people call a load: `64 connections`, `200 a second`. */
export function loadName({ connections, ratePerSecond }: Pick<StressStep, "connections" | "ratePerSecond">): string {
    if (ratePerSecond !== undefined) return `${ratePerSecond} a second`;
    return counted(connections, "connection");
}

/** How findings call a step: `http, 64 connections`. */
export function stepName(step: Pick<StressStep, "way" | "connections" | "ratePerSecond">): string {
    return `${step.way}, ${loadName(step)}`;
}

/** The record of a run. */
export function stressRecord(facts: Omit<StressRecord, "format" | "version" | "verb">): StressRecord {
    return { format, version, verb: "stress", ...facts };
}

export const stressRecordKind: RecordKind<StressRecord> = {
    name: "stress record",
    format,
    version,
    schema: stressRecordSchema,
    writtenBy: "`pgassay stress`",
};
