import { z } from "zod";
import { messageOf, usageError } from "./errors.ts";

/** A kind of JSON file that verbs write and others read back. */
export interface RecordKind<T> {
    /** Its name in messages: `run record`. */
    readonly name: string;
    /** Value of the key `format`, which tells it from any other JSON file. */
    readonly format: string;
    /** Value of the key `version`: raised by one whenever a reader of the previous one would misread a record. */
    readonly version: number;
    readonly schema: z.ZodType<T>;
    /** What writes it, for advice: "`pgassay plan` or `pgassay bench`". */
    readonly writtenBy: string;
}

/** A rule for every key of `T`, optional ones too: where `T` gains a key, its schema does not compile without it. */
export type Fields<T> = Readonly<Record<keyof T, z.ZodType>>;

const envelopeSchema = z.looseObject({ format: z.string(), version: z.int().min(1) });

/**
 * Reads the text of a record.
 *
 * @param path where the text comes from; it is only named in errors
 * @throws a usage error when the text is no record of the kind, is one of another version, or breaks the rules of its version
 */
export function parseRecord<T>(kind: RecordKind<T>, text: string, path: string): T {
    const tried = `read the ${kind.name} ${path}`;
    const json = parseJson(text, tried, `name a file that ${kind.writtenBy} wrote, complete`);
    if (formatOf(json) !== kind.format) {
        throw usageError({
            tried,
            happened: `the file is JSON, but pgassay did not write it as a ${kind.name}`,
            remedy: `name a file that ${kind.writtenBy} wrote`,
        });
    }
    return checkRecord(kind, json, tried);
}

/** The format that a JSON value says it has; undefined when it says none. */
export function formatOf(json: unknown): string | undefined {
    return envelopeSchema.safeParse(json).data?.format;
}

/** A JSON value as a record of the kind whose format it has. */
export function checkRecord<T>(kind: RecordKind<T>, json: unknown, tried: string): T {
    const { name, version, schema } = kind;
    const found = envelopeSchema.parse(json).version;
    if (found > version) {
        throw usageError({
            tried,
            happened: `it has version ${found}, and this pgassay reads version ${version}`,
            remedy: "update pgassay, or make the run again with this one",
        });
    }
    if (found < version) {
        throw usageError({
            tried,
            happened: `it has version ${found}, and this pgassay reads version ${version}`,
            remedy: "make the run again with this pgassay, or read the record with the one that wrote it",
        });
    }
    const record = schema.safeParse(json);
    if (record.success) return record.data;
    throw usageError(
        {
            tried,
            happened: `it says version ${version}, but is not as that version must be: ${firstIssue(record.error)}`,
            remedy: `make the run again; a ${name} is not edited by hand`,
        },
        record.error,
    );
}

/** @throws a usage error when the text is not JSON */
export function parseJson(text: string, tried: string, remedy: string): unknown {
    try {
        return JSON.parse(text);
    } catch (cause) {
        throw usageError({ tried, happened: `the file is not JSON: ${messageOf(cause)}`, remedy }, cause);
    }
}

function firstIssue(error: z.ZodError): string {
    const issue = error.issues[0];
    if (issue === undefined) return error.message;
    return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}
