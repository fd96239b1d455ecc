import type { Side } from "../../core/comparison.ts";
import { PgassayError, type ErrorParts } from "../../core/errors.ts";
import { RefusedError } from "../../core/refused-error.ts";

/**
 * Work on one of two sides: what goes wrong in it says on which.
 *
 * @param name what the side is called, as the caller named it
 */
export async function onSide<T>(side: Side, name: string, work: () => Promise<T>): Promise<T> {
    const named = <Parts extends Pick<ErrorParts, "tried">>(parts: Parts): Parts => ({
        ...parts,
        tried: `${parts.tried}, on the side of the ${side}, ${name}`,
    });
    try {
        return await work();
    } catch (error) {
        if (error instanceof PgassayError) throw new PgassayError(error.kind, named(error.parts), { cause: error });
        if (error instanceof RefusedError) throw new RefusedError(named(error.parts), error.findings, side);
        throw error;
    }
}
