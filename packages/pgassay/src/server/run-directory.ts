import { access, constants, mkdtemp, readdir, readFile, rm, rmdir, stat, statfs, writeFile } from "node:fs/promises";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { environmentError, messageOf } from "../core/errors.ts";
import { isGone, thisProcess, type Owner } from "./owner.ts";
import { endPostmaster } from "./end-postmaster.ts";
import { assertReachable, giveToServerUser } from "./server-user.ts";

/** Where one running cluster lives; all of it is removed when the cluster ends. */
export interface RunDirectory {
    /** Holds the unix socket; only the server's user and we can enter. */
    readonly socket: string;
    /** Where the data directory belongs; its parent exists and is the server user's. */
    readonly data: string;
    /** What has to be removed in the end. */
    readonly directories: readonly string[];
}

const namePrefix = "pgassay-";
const ownerFile = "owner.json";
/** Who has made a directory signs it at once, unless it died; a minute is plenty on a machine that has much else to do. */
const unsignedMs = 60_000;
const sharedMemory = "/dev/shm";
const tmpfsMagic = 0x01021994;
/** Free memory that must remain beside a data directory on tmpfs, for the server's own buffers and everyone else. */
const memoryReserveBytes = 1024 ** 3;
/** sockaddr_un.sun_path has 108 bytes on Linux and 104 on macOS, with a terminating zero. */
const longestSocketPathBytes = process.platform === "linux" ? 107 : 103;

/**
 * Makes the directories of a cluster: the socket below the system's temporary directory, the data on tmpfs when it
 * has room for `expectedBytes` (a clone takes 10 ms there and 300 on ext4), else beside the socket.
 *
 * @throws an environment error when the temporary directory cannot be written or its path is too long for a socket
 */
export async function makeRunDirectory(expectedBytes: number): Promise<RunDirectory> {
    const socket = await makeOwned(tmpdir());
    if (Buffer.byteLength(join(socket, ".s.PGSQL.65535")) > longestSocketPathBytes) {
        await rm(socket, { recursive: true });
        throw environmentError({
            tried: `make a directory for PostgreSQL's socket in ${tmpdir()}`,
            happened: `the path of a unix socket there would be longer than ${longestSocketPathBytes} bytes`,
            remedy: "set TMPDIR to a directory with a shorter path",
        });
    }
    if (!(await tmpfsHasRoom(expectedBytes))) return { socket, data: join(socket, "data"), directories: [socket] };
    const memory = await makeOwned(sharedMemory);
    return { socket, data: join(memory, "data"), directories: [memory, socket] };
}

/**
 * Stops the servers and removes the directories that dead processes left behind. Normally the watchdog has done so
 * already; this is for when it was killed too.
 */
export async function reapLeftovers(): Promise<void> {
    const uid = process.getuid?.();
    for (const parent of new Set([sharedMemory, tmpdir()])) {
        for (const name of await readdir(parent).catch(() => [])) {
            const directory = join(parent, name);
            if (!name.startsWith(namePrefix)) continue;
            const owner = await readOwner(directory, uid);
            if (!owner || !isGone(owner)) continue;
            await endPostmaster(join(directory, "data"));
            await rm(directory, { recursive: true, force: true, maxRetries: 3 });
        }
    }
}

async function makeOwned(parent: string): Promise<string> {
    const remedy = "set TMPDIR to a directory you can write to and every user can enter, such as /tmp";
    let directory: string;
    try {
        await access(parent, constants.W_OK);
        directory = await mkdtemp(join(parent, namePrefix));
    } catch (cause) {
        throw environmentError(
            { tried: `make a temporary directory in ${parent}`, happened: messageOf(cause), remedy },
            cause,
        );
    }
    try {
        await writeFile(join(directory, ownerFile), JSON.stringify(thisProcess()), { mode: 0o600 });
        await assertReachable(parent, remedy);
        await giveToServerUser(directory);
        return directory;
    } catch (error) {
        await rm(directory, { recursive: true, force: true });
        throw error;
    }
}

/** The owner of a directory of ours, unless another user made it or it has not been written yet. */
async function readOwner(directory: string, uid: number | undefined): Promise<Owner | undefined> {
    try {
        const file = join(directory, ownerFile);
        if ((await stat(file)).uid !== uid) return undefined;
        return JSON.parse(await readFile(file, "utf8")) as Owner;
    } catch {
        await removeUnsigned(directory).catch(() => {});
        return undefined;
    }
}

/** Removes what somebody left who died between making the directory and signing it. It is empty; rmdir refuses any other. */
async function removeUnsigned(directory: string): Promise<void> {
    const { mtimeMs } = await stat(directory);
    if (Date.now() - mtimeMs > unsignedMs) await rmdir(directory);
}

async function tmpfsHasRoom(expectedBytes: number): Promise<boolean> {
    try {
        const { type, bavail, bsize } = await statfs(sharedMemory);
        await access(sharedMemory, constants.W_OK);
        const needed = expectedBytes + memoryReserveBytes;
        return type === tmpfsMagic && bavail * bsize > needed && freemem() > needed;
    } catch {
        return false;
    }
}
