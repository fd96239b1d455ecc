import { once } from "node:events";
import { environmentError, messageOf } from "../../core/errors.ts";
import { startThread } from "../../data/start-thread.ts";
import type { ServiceMessage, ServiceOrder } from "./service-order.ts";

/** A running service. */
export interface Service {
    /** It listens at 127.0.0.1, and nowhere else. */
    readonly port: number;
    /** How long each request since the last call waited for a connection to the database, in microseconds. */
    takeWaitsUs(): Promise<readonly number[]>;
    /** Share of the time since the last call in which its thread was busy, from 0 to 1. */
    takeBusy(): number;
}

/** How long a service gets to come up, to answer its maker, and to close its connections. */
const patienceMs = 60_000;

/**
 * Serves operations over HTTP from a thread of its own, for as long as `use` takes.
 *
 * @throws an environment error when the service does not come up
 */
export async function withService<T>(order: ServiceOrder, use: (service: Service) => Promise<T>): Promise<T> {
    const worker = startThread("service-worker", import.meta.url, order);
    let failure: unknown;
    worker.once("error", (error) => (failure = error));
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    const ask = async <K extends ServiceMessage["fromService"]["kind"]>(
        kind: K,
        message?: ServiceMessage["toService"],
    ): Promise<Extract<ServiceMessage["fromService"], { kind: K }>> => {
        if (failure !== undefined) throw failure;
        // An error of the thread rejects this too.
        const answer = once(worker, "message", { signal: AbortSignal.timeout(patienceMs) });
        if (message !== undefined) worker.postMessage(message);
        const [told] = (await answer) as [ServiceMessage["fromService"]];
        if (told.kind !== kind) throw new Error(`the service told ${told.kind} when asked for ${kind}`);
        return told as Extract<ServiceMessage["fromService"], { kind: K }>;
    };
    try {
        const { port } = await ask("listening").catch((cause: unknown) => {
            throw environmentError(
                {
                    tried: "start the service to put under load",
                    happened: messageOf(cause),
                    remedy: "check that this machine lets a program listen at 127.0.0.1",
                },
                cause,
            );
        });
        let seen = worker.performance.eventLoopUtilization();
        return await use({
            port,
            takeWaitsUs: async () => (await ask("waits", "waits")).waitsUs,
            takeBusy() {
                const now = worker.performance.eventLoopUtilization();
                const { utilization } = worker.performance.eventLoopUtilization(now, seen);
                seen = now;
                return utilization;
            },
        });
    } finally {
        worker.postMessage("end" satisfies ServiceMessage["toService"]);
        const late = setTimeout(() => void worker.terminate(), patienceMs);
        await gone;
        clearTimeout(late);
    }
}
