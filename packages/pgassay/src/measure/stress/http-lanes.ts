import { once } from "node:events";
import autocannon from "autocannon";
import type { Lane, Reply } from "./lane.ts";
import { requestTimeoutMs, type Answer } from "./operation-pool.ts";
import type { Operation } from "./operation.ts";
import { pathOf } from "./service-order.ts";

/** How long autocannon would go on by itself, in seconds, if nobody stopped it: its own bound, beyond all of ours. */
const longestS = 3600;

/** autocannon looks every so many milliseconds whether it is to stop. */
const stopCheckMs = 50;

/**
 * A client of autocannon, as far as we use it. It sends its next request by itself, through this method, as soon as it
 * is connected and after each answer: that is all it knows of time, for its own rate limit sends the requests of a
 * second at once and forgets those that a slow answer kept it from. So the method is taken over, and a request goes out
 * when it is due.
 */
interface Client extends autocannon.Client {
    _doRequest(): void;
}

/**
 * Opens connections of autocannon to a service on this machine, for as long as `use` takes.
 *
 * @param port of 127.0.0.1: no other machine can be put under load
 */
export async function withHttpLanes<T>(
    port: number,
    connections: number,
    use: (lanes: readonly Lane[]) => Promise<T>,
): Promise<T> {
    const lanes: HttpLane[] = [];
    const options: autocannon.Options = {
        url: `http://127.0.0.1:${port}`,
        connections,
        duration: longestS,
        timeout: requestTimeoutMs / 1000 + 1,
        sampleInt: stopCheckMs,
        setupClient: (client) => void lanes.push(new HttpLane(client as Client)),
    };
    const run = autocannon(options, () => {});
    const over = once(run, "done");
    try {
        return await use(lanes);
    } finally {
        run.stop();
        await over;
    }
}

class HttpLane implements Lane {
    readonly #client: Client;
    readonly #sendNow: () => void;
    #waiting: ((reply: Reply) => void) | undefined;

    constructor(client: Client) {
        this.#client = client;
        this.#sendNow = client._doRequest.bind(client);
        // Called with a request under way, it says that there is a new connection and that the answer is lost.
        client._doRequest = () => this.#settle({ kind: "unanswered", reason: "the connection was lost" });
    }

    send(operation: Operation): Promise<Reply> {
        return new Promise((resolve) => {
            this.#waiting = resolve;
            this.#client.setRequests([
                {
                    method: operation.writes ? "POST" : "GET",
                    path: pathOf(operation),
                    onResponse: (status, body) => this.#settle(answerOf(status, body)),
                },
            ]);
            this.#sendNow();
        });
    }

    #settle(answer: Answer): void {
        const resolve = this.#waiting;
        this.#waiting = undefined;
        resolve?.({ answer, atMs: performance.now() });
    }
}

function answerOf(status: number, body: string): Answer {
    if (status === 200) return { kind: "answered", body };
    const kind = status >= 400 && status < 500 ? "refused" : "unanswered";
    return { kind, reason: `${status} ${body}` };
}
