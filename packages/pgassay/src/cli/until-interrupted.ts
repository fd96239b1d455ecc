const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Work that lasts until somebody ends it. The first Ctrl-C aborts the signal, so that `use` can come to its end and
 * clear up; a second one ends the process at once.
 */
export async function untilInterrupted<T>(use: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    for (const signal of signals) process.once(signal, abort);
    try {
        return await use(controller.signal);
    } finally {
        for (const signal of signals) process.off(signal, abort);
    }
}
