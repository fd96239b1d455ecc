import http from "node:http";
import { parentPort, workerData } from "node:worker_threads";

// A server that answers after a fixed time, and stands still for a while when told: what a generator is held against.

const { delayMs } = workerData as { readonly delayMs: number };

const server = http.createServer((_request, response) => {
    afterExactly(delayMs, () => void response.end("{}"));
});

server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    parentPort?.postMessage({ port: typeof address === "object" ? address?.port : undefined });
});

parentPort?.on("message", (stallMs: number) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stallMs);
});

/** A timer is up to a millisecond late, which would be taken for an error of the generator. */
function afterExactly(ms: number, act: () => void): void {
    const dueMs = performance.now() + ms;
    const watch = (): void => {
        if (performance.now() >= dueMs) act();
        else setImmediate(watch);
    };
    if (ms > 2) setTimeout(watch, ms - 2);
    else watch();
}
