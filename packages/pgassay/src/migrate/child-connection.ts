import pg from "pg";
import type { Database } from "../server/cluster.ts";

/** How a program we start reaches a database: its URL and what its environment must hold besides. */
export interface ChildConnection {
    readonly url: string;
    readonly env: Readonly<Record<string, string>>;
}

/**
 * Writes a database URL the way that dbmate (Go's lib/pq) and our pg_dump understand alike:
 * - the path of a unix socket stands in the parameter `host`, since Go's URL parser refuses it as a percent-encoded host;
 * - encryption is off unless the URL or PGSSLMODE speaks of it, as node-postgres has it; lib/pq would insist on it;
 * - the password is in the environment, because arguments are there for everyone on the machine to read.
 */
export function childConnection(database: Database): ChildConnection {
    const { host, port, user = "", password, database: name = "" } = new pg.Client({ connectionString: database.url });
    const parameters = new URLSearchParams(/\?([^#]*)/.exec(database.url)?.[1] ?? "");
    for (const named of ["host", "port", "user", "password"]) parameters.delete(named);

    const isSocket = host.startsWith("/");
    if (isSocket) parameters.set("host", host);
    if (!parameters.has("sslmode") && process.env["PGSSLMODE"] === undefined) parameters.set("sslmode", "disable");

    const authority = isSocket ? "" : host.includes(":") ? `[${host}]` : host;
    return {
        url: `postgres://${encodeURIComponent(user)}@${authority}:${port}/${encodeURIComponent(name)}?${parameters.toString()}`,
        env: password ? { PGPASSWORD: password } : {},
    };
}
