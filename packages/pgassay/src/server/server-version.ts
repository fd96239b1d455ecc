import { withClient } from "./client.ts";
import type { Database } from "./cluster.ts";

/** `server_version` of the server that has this database, up to the first space: `18.4`. */
export async function readServerVersion(database: Database): Promise<string> {
    const { rows } = await withClient(database, (client) =>
        client.query<{ version: string }>(
            "select pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) as version",
        ),
    );
    return rows[0]?.version ?? "";
}
