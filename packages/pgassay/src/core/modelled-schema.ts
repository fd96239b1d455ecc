import { z } from "zod";
import type { ModelledCase } from "./modelled-plan.ts";
import type { Fields } from "./record-kind.ts";

/** A case as records have it. */
export const modelledCaseSchema: z.ZodType<ModelledCase> = z.strictObject({
    query: z.string(),
    case: z.string(),
    plans: z
        .array(
            z.strictObject({
                scale: z.number().positive(),
                tree: z.array(z.string()).readonly(),
                cost: z.number().nonnegative(),
                rows: z.number().nonnegative(),
            }),
        )
        .readonly(),
    measured: z
        .array(
            z.strictObject({
                scale: z.number().positive(),
                blocks: z.int().nonnegative(),
                rows: z.int().nonnegative(),
            }),
        )
        .readonly()
        .exactOptional(),
} satisfies Fields<ModelledCase>);
