import { z } from "zod";
import { messageOf, usageError } from "./errors.ts";
import { circumstances } from "./run-record.ts";

/** Tells a file of the history from any other. */
const format = "pgassay history";

/** Raised by one whenever a reader of the previous version would misread a file. */
const version = 1;

const timesSchema = z.array(z.number().nonnegative()).min(1).readonly();

/** The first line: what the run was made on. */
const headSchema = z
    .strictObject({
        format: z.literal(format),
        version: z.literal(version),
        ...circumstances,
        /** Which reference the cases were timed against; ratios to different ones do not compare. */
        reference: z.int().positive(),
    })
    .readonly();

/** One line a case: its times against the reference's. */
const caseSchema = z
    .strictObject({
        kind: z.literal("case"),
        /** `<area>/<name>` of the query. */
        query: z.string(),
        case: z.string(),
        /** Processor time of the server's process where the kernel tells it, else the time that the client waits. */
        clock: z.enum(["cpu", "wall"]),
        /** How many times as long as the reference it takes, with its 95 % interval. */
        ratio: z.strictObject({ ratio: z.number().positive(), low: z.number(), high: z.number() }).readonly(),
        /** Microseconds of each execution in their order, by pairs of sessions: the reference's, and beside it the case's. */
        pairs: z
            .array(z.strictObject({ base: timesSchema, head: timesSchema }).readonly())
            .min(2)
            .readonly(),
        /** The canonical plan, one line a node. */
        tree: z.array(z.string()).readonly(),
        /** Blocks of 8 kB that an execution touches. */
        blocks: z.int().nonnegative(),
    })
    .readonly();

/** One line an event that this run brought to light, and no run before it. */
const alertSchema = z
    .strictObject({
        kind: z.literal("alert"),
        query: z.string(),
        case: z.string(),
        /** Start of the first run after the change. */
        since: z.iso.datetime(),
        /** Median ratios to the reference, between the change points on either side. */
        before: z.number().positive(),
        after: z.number().positive(),
    })
    .readonly();

const lineSchema = z.discriminatedUnion("kind", [caseSchema, alertSchema]);

/** What a run of the history was made on. */
export type HistoryHead = z.infer<typeof headSchema>;

/** What a run of the history measured of one case. */
export type HistoryCase = z.infer<typeof caseSchema>;

/** A change that a run was the first to show. */
export type HistoryAlert = z.infer<typeof alertSchema>;

/** One run of the history: a file of JSON Lines, written once and never changed. */
export interface HistoryRun {
    readonly head: HistoryHead;
    readonly cases: readonly HistoryCase[];
    readonly alerts: readonly HistoryAlert[];
}

/** What a run knows about itself, before it is put into the form of a file. */
export type HistoryFacts = Omit<HistoryHead, "format" | "version">;

/** The first line of a run's file. */
export function historyHead(facts: HistoryFacts): HistoryHead {
    return { format, version, ...facts };
}

/** The text of a run's file: a line for what it was made on, one a case, one an alert. */
export function historyText({ head, cases, alerts }: HistoryRun): string {
    return [head, ...cases, ...alerts].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Whether a text begins as a run's file does. */
export function isHistory(text: string): boolean {
    try {
        return envelopeSchema.safeParse(JSON.parse(text.split("\n", 1)[0] ?? "")).success;
    } catch {
        return false;
    }
}

/**
 * Reads the text of a run's file.
 *
 * @param path where the text comes from; it is only named in errors
 * @throws a usage error that names the line when the text is no file of the history, is one of another version, breaks
 * the rules of its version, or was cut off
 */
export function parseHistory(text: string, path: string): HistoryRun {
    const [first = "", ...rest] = text.split("\n");
    if (rest.pop() !== "") throw malformed(path, rest.length + 1, "the file does not end with a whole line");
    const head = parseHead(first, path);
    const lines = rest.map((line, index) => parseLine(line, index + 2, path));
    return {
        head,
        cases: lines.filter((line) => line.kind === "case"),
        alerts: lines.filter((line) => line.kind === "alert"),
    };
}

const envelopeSchema = z.looseObject({ format: z.literal(format), version: z.int() });

function parseHead(text: string, path: string): HistoryHead {
    const json = parseJson(text, 1, path);
    const envelope = envelopeSchema.safeParse(json);
    if (!envelope.success) throw malformed(path, 1, "it is JSON, but no run of the history");
    if (envelope.data.version !== version) {
        throw malformed(path, 1, `it has version ${envelope.data.version}, and this pgassay reads version ${version}`);
    }
    return checked(headSchema, json, 1, path);
}

function parseLine(text: string, line: number, path: string): HistoryCase | HistoryAlert {
    return checked(lineSchema, parseJson(text, line, path), line, path);
}

function parseJson(text: string, line: number, path: string): unknown {
    try {
        return JSON.parse(text);
    } catch (cause) {
        throw malformed(path, line, `it is not JSON: ${messageOf(cause)}`, cause);
    }
}

function checked<T>(schema: z.ZodType<T>, json: unknown, line: number, path: string): T {
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const place = issue?.path.length ? `${issue.path.join(".")}: ` : "";
    throw malformed(path, line, `${place}${issue?.message ?? parsed.error.message}`, parsed.error);
}

function malformed(path: string, line: number, happened: string, cause?: unknown): Error {
    return usageError(
        {
            tried: `read line ${line} of ${path}`,
            happened,
            remedy: "restore the file, or take it out of the history: what else is there can be read without it",
        },
        cause,
    );
}
