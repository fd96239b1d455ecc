import { counted, grouped, nounFor } from "../core/counted.ts";
import type { Progress } from "../core/progress.ts";

/** How often progress within a step is shown: often on a terminal, where the line is replaced, else seldom. */
const refreshMs = { terminal: 100, plain: 5_000 };

/** Columns of a terminal that does not say how many it has. */
const widthOfUnknown = 80;

/** The slowest rate that is shown, per second. */
const worthARate = 100;

/**
 * Progress for people: on a terminal one line that keeps changing, elsewhere a line a step and one every few seconds.
 * A step that is over at once leaves no trace on a terminal.
 */
export function terminalProgress(stream: NodeJS.WriteStream): Progress & { end(): void } {
    const intervalMs = stream.isTTY ? refreshMs.terminal : refreshMs.plain;
    let step = "";
    let stepStartMs = 0;
    let shownMs = 0;
    let isShown = false;

    const show = (text: string): void => {
        shownMs = performance.now();
        isShown = stream.isTTY;
        // A terminal that does not know its width says 0.
        const width = stream.columns || widthOfUnknown;
        stream.write(stream.isTTY ? `\r\u001b[2K${text.slice(0, width - 1)}` : `${text}\n`);
    };
    return {
        step(name) {
            step = name;
            stepStartMs = performance.now();
            show(name);
        },
        advance(done, total, unit) {
            if (performance.now() - shownMs < intervalMs) return;
            show(`${step}: ${grouped(done)} of ${counted(total, unit)}${paceOf(done, total, stepStartMs, unit)}`);
        },
        end() {
            if (isShown) stream.write("\r\u001b[2K");
            isShown = false;
        },
    };
}

/** How fast a step goes and an estimate of the time it still takes, once enough of it is done to tell. */
function paceOf(done: number, total: number, startMs: number, unit: string): string {
    const elapsedMs = performance.now() - startMs;
    if (done === 0 || done >= total || elapsedMs < 2_000) return "";
    const perSecond = Math.round((done / elapsedMs) * 1000);
    const left = `${Math.ceil(((elapsedMs / done) * (total - done)) / 1000)} s left`;
    // A few indexes a second say nothing: they differ too much.
    return perSecond < worthARate ? `, ${left}` : `, ${grouped(perSecond)} ${nounFor(perSecond, unit)}/s, ${left}`;
}
