import { chown, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { environmentError } from "../core/errors.ts";

/**
 * PostgreSQL refuses to run as root, so root starts it as `nobody`; everyone else runs it as himself. initdb needs a
 * user with a passwd entry, which rules out an arbitrary free uid.
 */
export const serverUser: { readonly uid?: number; readonly gid?: number } =
    process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Hands a directory of ours to the user the server runs as. */
export async function giveToServerUser(directory: string): Promise<void> {
    if (serverUser.uid !== undefined && serverUser.gid !== undefined) {
        await chown(directory, serverUser.uid, serverUser.gid);
    }
}

/**
 * Makes sure that the user the server runs as can enter a directory: all its ancestors must let him pass.
 *
 * @throws an environment error naming the directory that does not
 */
export async function assertReachable(directory: string, remedy: string): Promise<void> {
    if (serverUser.uid === undefined) return;
    for (let at = directory; ; at = dirname(at)) {
        const { mode, uid } = await stat(at);
        if ((mode & 0o001) === 0 && uid !== serverUser.uid) {
            throw environmentError({
                tried: `use ${directory} for PostgreSQL, which does not run as root but as uid ${serverUser.uid}`,
                happened: `${at} does not let other users pass`,
                remedy,
            });
        }
        if (at === dirname(at)) return;
    }
}
