import pg from "pg";
import { environmentError, messageOf } from "../core/errors.ts";
import type { Database } from "./cluster.ts";

/** How long a connection attempt may take before it counts as refused. */
const connectTimeoutMs = 10_000;

export interface ClientOptions {
    /** Schemas to search, in order; by default what the server says. */
    readonly searchPath?: readonly string[];
    /** A statement that takes longer is cancelled; by default none is. */
    readonly statementTimeoutMs?: number;
    /** Sends a query without waiting for the answer to the one before; by default it waits. */
    readonly pipeline?: boolean;
}

/**
 * Connects to a database, hands the client to `use` and closes it whatever `use` does. Dates, numbers and JSON come
 * back as node-postgres parses them.
 *
 * @throws an environment error when the server cannot be reached or refuses the connection
 */
export async function withClient<T>(
    database: Database,
    use: (client: pg.Client) => Promise<T>,
    options: ClientOptions = {},
): Promise<T> {
    const client = new pg.Client(clientConfig(database, options));
    // A server that goes away is reported by the query in flight; without a listener it would end the process.
    client.on("error", () => {});
    try {
        await client.connect();
    } catch (cause) {
        await client.end().catch(() => {});
        throw environmentError(
            {
                tried: `connect to PostgreSQL at ${withoutPassword(database.url)}`,
                happened: messageOf(cause),
                remedy: "check that the server runs, and that host, port, user, password and database name are right",
            },
            cause,
        );
    }
    try {
        return await use(client);
    } finally {
        await client.end().catch(() => {});
    }
}

/** How every connection of ours is made, for those that keep more than one. */
export function clientConfig(
    database: Database,
    { searchPath, statementTimeoutMs, pipeline = false }: ClientOptions = {},
): pg.ClientConfig {
    const settings = [
        ...(searchPath ? [`-c search_path=${searchPath.join(",")}`] : []),
        ...(statementTimeoutMs ? [`-c statement_timeout=${statementTimeoutMs}`] : []),
    ];
    return {
        connectionString: database.url,
        connectionTimeoutMillis: connectTimeoutMs,
        application_name: "pgassay",
        pipeline,
        ...(settings.length > 0 && { options: settings.join(" ") }),
    };
}

/** A database URL that may be printed: `postgresql://app:***@db:5432/shop`. */
export function withoutPassword(url: string): string {
    return url.replace(/^(\w+:\/\/[^:/@?]*):[^@/]*@/, "$1:***@");
}
