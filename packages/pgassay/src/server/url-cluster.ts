import { randomBytes } from "node:crypto";
import { environmentError } from "../core/errors.ts";
import { withClient, withoutPassword } from "./client.ts";
import type { Cluster } from "./cluster.ts";
import { clusterOver, dropOrphans, signRun } from "./databases.ts";

/** The oldest major version that we test against. */
const oldestMajor = 15;

/**
 * A server somebody else runs. Templates stay on it for the next run; clones are dropped, those of crashed runs too.
 * The user in the URL needs the right to create databases.
 *
 * @throws an environment error when the server cannot be reached, is too old, or does not let the user create databases
 */
export async function withUrlCluster<T>(url: string, use: (cluster: Cluster) => Promise<T>): Promise<T> {
    const admin = { name: "the database in the URL", url };
    const runId = randomBytes(4).toString("hex");
    return withClient(admin, async (client) => {
        const { rows } = await client.query<{ version: string; major: number; may_create: boolean }>(
            `select
                pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) as version,
                pg_catalog.current_setting('server_version_num')::int / 10000 as major,
                (select rolsuper or rolcreatedb from pg_catalog.pg_roles where rolname = current_user) as may_create`,
        );
        const server = rows[0];
        if (!server || server.major < oldestMajor || !server.may_create) {
            throw environmentError({
                tried: `work on the server at ${withoutPassword(url)}`,
                happened: server?.may_create
                    ? `it is PostgreSQL ${server.version}, and ${oldestMajor} is the oldest that is supported`
                    : "its user may not create databases, and every test file and run gets one of its own",
                remedy: "give a URL of a newer server, or of a user with the createdb right",
            });
        }
        await signRun(client, runId);
        await dropOrphans(client);
        return use(clusterOver({ serverVersion: server.version, url, tcpUrl: url, runId, keepsTemplates: true }));
    });
}
