import { z } from "zod";
import { growths } from "./modelled-plan.ts";
import type { CaseGrowth, ModelledCase, SeenGrowth } from "./modelled-plan.ts";
import type { Fields } from "./record-kind.ts";

const seenGrowth: z.ZodType<SeenGrowth> = z.strictObject({
    growth: z.enum(growths),
    exponent: z.number(),
    from: z.number().positive(),
    to: z.number().positive(),
} satisfies Fields<SeenGrowth>);

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
    growth: z
        .strictObject({
            cost: seenGrowth.exactOptional(),
            blocks: seenGrowth.exactOptional(),
            budgetEndsAt: z.number().positive().exactOptional(),
        } satisfies Fields<CaseGrowth>)
        .exactOptional(),
} satisfies Fields<ModelledCase>);
