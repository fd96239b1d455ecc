const signals = ["SIGINT", "SIGTERM"] as const;

/** Thrown by work that was cut short: `main` lets the process die of the signal, as it does where nothing listens to one. */
export class Interrupted extends Error {
    readonly signal: (typeof signals)[number];

    constructor(signal: (typeof signals)[number]) {
        super(`interrupted by ${signal}`);
        this.signal = signal;
    }
}

/**
 * Work that lasts until somebody ends it. The first Ctrl-C aborts the signal, with an `Interrupted` as its reason, so
 * that `use` can come to its end and clear up; a second one ends the process at once.
 */
export async function untilInterrupted<T>(use: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const abort = (signal: (typeof signals)[number]): void => controller.abort(new Interrupted(signal));
    for (const signal of signals) process.once(signal, abort);
    try {
        return await use(controller.signal);
    } finally {
        for (const signal of signals) process.off(signal, abort);
    }
}
