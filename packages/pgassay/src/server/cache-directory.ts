import { access, constants, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { environmentError, messageOf } from "../core/errors.ts";
import { assertReachable } from "./server-user.ts";

const remedy = "set PGASSAY_CACHE_DIR to a directory you can write to and every user can enter";

/**
 * The directory that outlives runs: unpacked binaries and data directories that were expensive to make. It may be
 * deleted at any time while nothing runs. `PGASSAY_CACHE_DIR`, else `/var/cache/pgassay` for root (whose home the
 * server's user cannot enter), else `$XDG_CACHE_HOME/pgassay` or `~/.cache/pgassay`.
 *
 * @throws an environment error when it cannot be made, written or entered
 */
export async function cacheDirectory(): Promise<string> {
    const directory = cachePath();
    try {
        await mkdir(directory, { recursive: true });
        await access(directory, constants.W_OK);
    } catch (cause) {
        throw environmentError(
            { tried: `use the cache directory ${directory}`, happened: messageOf(cause), remedy },
            cause,
        );
    }
    await assertReachable(directory, remedy);
    return directory;
}

/** Where the cache is, whether or not it exists and can be used. */
export function cachePath(): string {
    const { PGASSAY_CACHE_DIR, XDG_CACHE_HOME } = process.env;
    if (PGASSAY_CACHE_DIR) return PGASSAY_CACHE_DIR;
    if (process.getuid?.() === 0) return "/var/cache/pgassay";
    return join(XDG_CACHE_HOME || join(homedir(), ".cache"), "pgassay");
}
