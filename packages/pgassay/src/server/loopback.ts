import { isIP } from "node:net";
import { isAbsolute } from "node:path";
import pg from "pg";

/** The host that node-postgres would connect to: a name, an address, or the directory of a socket. Connects to nothing. */
export function hostOf(url: string): string {
    return new pg.Client({ connectionString: url }).host;
}

/** Whether a host is this machine, by its name or address alone: nothing is looked up. */
export function isLoopback(host: string): boolean {
    if (isAbsolute(host) || host === "localhost" || host.endsWith(".localhost")) return true;
    return isIP(host) === 4 ? host.startsWith("127.") : host === "::1" || host === "[::1]";
}
