import type pg from "pg";
import { usageError } from "../../core/errors.ts";
import { singleText } from "../../plan/single-text.ts";
import type { MixedOperation } from "./mix.ts";

/**
 * Reads the number that each write raises by one, by the subject of the write.
 *
 * @throws a usage error when a proof yields no number
 */
export async function readProofs(
    client: pg.ClientBase,
    mix: readonly MixedOperation[],
): Promise<ReadonlyMap<string, number>> {
    const numbers = new Map<string, number>();
    for (const { subject, proof } of mix) {
        if (proof === undefined) continue;
        const read = await singleText(client, proof.text, proof.values);
        const number = "value" in read ? Number(read.value) : Number.NaN;
        if (!Number.isInteger(number)) {
            throw usageError(
                {
                    tried: `read back the writes of ${subject}`,
                    happened: `${"value" in read ? `it is no whole number, ${read.value}` : read.problem}: ${proof.text}`,
                    remedy: "correct the proof in the mix: it yields one number, which each execution raises by one",
                },
                "cause" in read ? read.cause : undefined,
            );
        }
        numbers.set(subject, number);
    }
    return numbers;
}
