import { parse } from "yaml";
import { z } from "zod";
import { messageOf, PgassayError, usageError } from "../core/errors.ts";
import { readText } from "../files/read-text.ts";

const shape = z
    .array(z.strictObject({ id: z.string().min(1), reason: z.string().trim().min(1) }))
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, "an id is listed twice");

/**
 * Reads which mutants may survive: a YAML list of `id` and `reason`.
 *
 * @returns the reasons by id
 * @throws a usage error when the file cannot be read or is not such a list
 */
export async function readAccepted(path: string): Promise<Map<string, string>> {
    const tried = `read the accepted survivors in ${path}`;
    const remedy = "make it a YAML list whose entries have an `id` and a `reason`; docs/mutation.md shows one";
    let content: unknown;
    try {
        content = parse(await readText(path));
    } catch (cause) {
        if (cause instanceof PgassayError) throw cause;
        throw usageError({ tried, happened: messageOf(cause), remedy }, cause);
    }
    // An empty file, or one of comments only, accepts nothing.
    const parsed = shape.safeParse(content ?? []);
    if (!parsed.success)
        throw usageError({ tried, happened: `it is not valid\n${z.prettifyError(parsed.error)}`, remedy });
    return new Map(parsed.data.map(({ id, reason }) => [id, reason]));
}
