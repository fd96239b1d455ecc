import pg from "pg";
import { messageOf } from "../../core/errors.ts";
import { clientConfig } from "../../server/client.ts";
import type { Database } from "../../server/cluster.ts";
import { execute, type Operation } from "./operation.ts";

/** By this name the connections under load are told from those that watch them. */
export const applicationName = "pgassay stress";

/** The longest that a statement, or the wait for a connection of the pool, may take. */
export const requestTimeoutMs = 30_000;

/** What became of one request. */
export type Answer =
    | { readonly kind: "answered"; readonly body: string }
    /** The server says that it was not done, and why. */
    | { readonly kind: "refused"; readonly reason: string }
    /** No answer came: it may have been done or not. */
    | { readonly kind: "unanswered"; readonly reason: string };

/** Connections that take turns in executing operations, as those of an application do. */
export class OperationPool {
    readonly #pool: pg.Pool;
    #waitsUs: number[] = [];

    constructor(database: Database, size: number) {
        this.#pool = new pg.Pool({
            ...clientConfig(database, { statementTimeoutMs: requestTimeoutMs }),
            application_name: applicationName,
            connectionTimeoutMillis: requestTimeoutMs,
            max: size,
            idleTimeoutMillis: 0,
        });
        // A connection that breaks while it is idle is replaced; one that breaks in use is told by its query.
        this.#pool.on("error", () => {});
        this.#pool.on("connect", (client) => client.on("error", () => {}));
    }

    async run(operation: Operation): Promise<Answer> {
        const calledMs = performance.now();
        let client: pg.PoolClient;
        try {
            client = await this.#pool.connect();
        } catch (cause) {
            return { kind: "refused", reason: `no connection of the pool: ${messageOf(cause)}` };
        }
        this.#waitsUs.push((performance.now() - calledMs) * 1000);
        try {
            const body = await execute(client, operation);
            client.release();
            return { kind: "answered", body };
        } catch (cause) {
            const isRefusal = cause instanceof pg.DatabaseError && cause.severity === "ERROR";
            client.release(!isRefusal);
            const reason = cause instanceof pg.DatabaseError ? `${cause.code} ${cause.message}` : messageOf(cause);
            return { kind: isRefusal ? "refused" : "unanswered", reason };
        }
    }

    /** How long each request since the last call waited for a connection, in microseconds. */
    takeWaitsUs(): number[] {
        const waits = this.#waitsUs;
        this.#waitsUs = [];
        return waits;
    }

    async end(): Promise<void> {
        await this.#pool.end();
    }
}
