import type { SeenGrowth } from "../core/modelled-plan.ts";

/** `linear, exponent 0.86`: the class, which is an upper limit, and what was seen. */
export function lawOf({ growth, exponent }: SeenGrowth): string {
    return growth === "bounded" ? growth : `${growth}, exponent ${exponent}`;
}
