import { z } from "zod";
import type { Explanation } from "../core/plan-result.ts";
import { isJsonObject } from "../core/json-object.ts";

const explained = z.tuple([z.record(z.string(), z.unknown())]);

/**
 * What `explain (format json)` returned, without the counts of blocks that are zero: every node has ten of them, and
 * they would be half of a run record.
 *
 * @throws a ZodError when it has not the form that PostgreSQL gives it
 */
export function compactExplanation(json: unknown): Explanation {
    return withoutZeros(explained.parse(json)[0]);
}

function withoutZeros(object: Explanation): Explanation {
    const kept = Object.entries(object).filter(([key, value]) => value !== 0 || !key.endsWith(" Blocks"));
    return Object.fromEntries(
        kept.map(([key, value]) => [key, Array.isArray(value) ? value.map(nested) : nested(value)]),
    );
}

function nested(value: unknown): unknown {
    return isJsonObject(value) ? withoutZeros(value) : value;
}
