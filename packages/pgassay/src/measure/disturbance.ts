import { readFileSync } from "node:fs";
import type { Measurement } from "../core/run-record.ts";
import { ownProcessor, type ProcessorClock } from "./processor-time.ts";

export type Disturbance = NonNullable<Measurement["disturbance"]>;

/**
 * Watches what else the machine does from now on.
 *
 * @param backend the clock of the server's process
 * @returns what disturbed the two processes until it is called; undefined where the kernel does not tell
 */
export function watchDisturbance(backend: ProcessorClock | undefined): () => Disturbance | undefined {
    const own = ownProcessor();
    if (!backend || !own) return () => undefined;
    const waitedUs = (): number => backend().waitedUs + own().waitedUs;
    const [beganMs, waitedBefore, ticksBefore] = [performance.now(), waitedUs(), processorTicks()];
    return () => {
        const ticks = processorTicks();
        return {
            waitedShare: share(waitedUs() - waitedBefore, (performance.now() - beganMs) * 1000),
            stolenShare: share(ticks.stolen - ticksBefore.stolen, ticks.total - ticksBefore.total),
        };
    };
}

/** To three decimals; nothing when no time has passed. */
function share(part: number, whole: number): number {
    return whole > 0 ? Math.round((1000 * part) / whole) / 1000 : 0;
}

/**
 * The time of all processors since the machine began, and how much of it a hypervisor gave to others, in hundredths of
 * seconds: the line `cpu` of `/proc/stat`, whose eighth figure is `steal` (Linux, Documentation/filesystems/proc).
 */
function processorTicks(): { readonly total: number; readonly stolen: number } {
    const [line = ""] = readFileSync("/proc/stat", "latin1").split("\n");
    const ticks = line.trim().split(/ +/).slice(1, 9).map(Number);
    return { total: ticks.reduce((sum, value) => sum + value, 0), stolen: ticks[7] ?? 0 };
}
