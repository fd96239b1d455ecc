import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { pgassay } from "./pgassay.ts";
import type { Outcome } from "./pgassay.ts";

/**
 * Gives the tests of a file a cache of their own, and runs `pgassay` with it: what is kept from run to run is that of
 * whoever runs the tests, and none of theirs.
 */
export function withOwnCache(): {
    readonly environment: Record<string, string>;
    readonly pgassay: typeof pgassay;
} {
    const environment: Record<string, string> = {};
    let cache = "";
    beforeAll(async () => {
        cache = await mkdtemp(join(tmpdir(), "pgassay-cache-"));
        // The server's user reads it, too.
        await chmod(cache, 0o755);
        environment["PGASSAY_CACHE_DIR"] = cache;
    });
    afterAll(() => rm(cache, { recursive: true, force: true }));
    return {
        environment,
        pgassay: (directory, args, more): Promise<Outcome> => pgassay(directory, args, { ...environment, ...more }),
    };
}
