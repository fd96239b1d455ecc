/** What a process exit code tells its caller; the same four for every verb. */
export const exitCode = { fine: 0, findings: 1, usage: 2, environment: 3 } as const;

/** Who has to act: `usage` is the caller's input or configuration, `environment` is the machine or the server. */
export type ErrorKind = "usage" | "environment";

/** The three parts every error message of pgassay has. */
export interface ErrorParts {
    /** What was being done, as a phrase that follows "could not": `start PostgreSQL`. */
    readonly tried: string;
    /** What came back instead, as a full clause, with the names and paths that identify it. */
    readonly happened: string;
    /** What the reader can do now, in the imperative. */
    readonly remedy: string;
}

/**
 * An error meant to be read by a person: it is printed without a stack trace, and its kind decides the exit code.
 * Anything else that is thrown is a defect of pgassay and is printed with its stack.
 */
export class PgassayError extends Error {
    override readonly name = "PgassayError";
    readonly kind: ErrorKind;
    readonly parts: ErrorParts;

    constructor(kind: ErrorKind, parts: ErrorParts, options?: ErrorOptions) {
        super(
            `could not ${parts.tried}\n  what happened: ${parts.happened}\n  what to do:    ${parts.remedy}`,
            options,
        );
        this.kind = kind;
        this.parts = parts;
    }
}

/** Input or configuration that the caller can correct (exit code 2). */
export function usageError(parts: ErrorParts, cause?: unknown): PgassayError {
    return new PgassayError("usage", parts, { cause });
}

/** A machine, server or binary that is not as it must be (exit code 3). */
export function environmentError(parts: ErrorParts, cause?: unknown): PgassayError {
    return new PgassayError("environment", parts, { cause });
}

/** The message of anything that can be thrown, on one line. */
export function messageOf(thrown: unknown): string {
    // node-postgres raises an AggregateError with an empty message when every address of a host refuses.
    if (thrown instanceof AggregateError && thrown.message === "") return thrown.errors.map(messageOf).join("; ");
    return (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\s*\n\s*/g, " ");
}
