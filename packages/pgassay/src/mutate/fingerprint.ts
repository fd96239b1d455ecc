import { readFileSync } from "node:fs";
import type pg from "pg";

const query = readFileSync(new URL("../../sql/mutate/fingerprint.sql", import.meta.url), "utf8");

/**
 * Prepares a session for `fingerprint`. Planning the query takes longer than running it; a function keeps the plan, and
 * unlike a prepared statement it outlives the `deallocate all` of a test.
 */
export async function prepareFingerprint(client: pg.ClientBase): Promise<void> {
    await client.query(
        `create function pg_temp.fingerprint() returns text language plpgsql as $body$ begin return (${query}); end $body$`,
    );
}

/**
 * A digest of what the schemas of the client's database promise, as its transaction sees it: 64 hexadecimal digits.
 * Two digests can be compared when both were made with the same `search_path`, which decides how names are printed.
 */
export async function fingerprint(client: pg.ClientBase): Promise<string> {
    const { rows } = await client.query<{ digest: string }>("select pg_temp.fingerprint() as digest");
    const [row] = rows;
    if (!row) throw new Error("a select without a table returned no row");
    return row.digest;
}
