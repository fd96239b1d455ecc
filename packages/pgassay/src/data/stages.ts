import { dayMs } from "./calendar.ts";

/** A stage, and the days after the beginning at which it is reached at the usual pace. */
export type Stage<Name extends string> = readonly [name: Name, days: number];

/**
 * How far something has come: old things are further, and slow ones less far. Status then depends on age, as it does
 * wherever work is tracked, and open rows are few and young.
 *
 * @param stages in the order in which they are reached
 * @param slowness 1 for the usual pace; a log-normal draw makes some things drag on
 * @returns the last stage reached and since when; undefined before the first
 */
export function stageAt<Name extends string>(
    stages: readonly Stage<Name>[],
    beganMs: number,
    atMs: number,
    slowness: number,
): { readonly name: Name; readonly sinceMs: number } | undefined {
    let reached: { readonly name: Name; readonly sinceMs: number } | undefined;
    for (const [name, days] of stages) {
        const sinceMs = beganMs + days * slowness * dayMs;
        if (sinceMs > atMs) break;
        reached = { name, sinceMs };
    }
    return reached;
}
