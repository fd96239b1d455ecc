import type { Operation } from "./operation.ts";
import type { Answer } from "./operation-pool.ts";

/** An answer, and when it was there. */
export interface Reply {
    readonly answer: Answer;
    /** By `performance.now()`. */
    readonly atMs: number;
}

/** One of the clients under which a service is: it asks for one thing at a time. */
export interface Lane {
    send(operation: Operation): Promise<Reply>;
}
