import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { environmentError, messageOf } from "../core/errors.ts";

/** Data directories that have not been used for this long are deleted, and all but the newest few of a recipe. */
const keepMs = 14 * 24 * 60 * 60 * 1000;
const keepNewest = 6;

/**
 * The cached data directory of one key: made once, cleanly shut down, copied for each run. Several processes may
 * store the same key; the first wins and the others' copies are discarded.
 */
export class GoldenDirectory {
    readonly #directory: string;

    constructor(cacheDirectory: string, key: string) {
        this.#directory = join(cacheDirectory, "clusters", key);
    }

    exists(): boolean {
        return existsSync(this.#directory);
    }

    /** Copies the data directory to `data` and returns the superuser's password. */
    async copyTo(data: string): Promise<string> {
        await copyTree(join(this.#directory, "data"), data);
        const now = new Date();
        await utimes(this.#directory, now, now);
        return readFile(join(this.#directory, "password"), "utf8");
    }

    /** Keeps a copy of a data directory whose server has been stopped, and forgets what nobody used lately. */
    async store(data: string, password: string): Promise<void> {
        const unfinished = `${this.#directory}.${randomBytes(4).toString("hex")}`;
        await mkdir(unfinished, { recursive: true });
        try {
            await writeFile(join(unfinished, "password"), password, { mode: 0o600 });
            await copyTree(data, join(unfinished, "data"));
            await rename(unfinished, this.#directory).catch((error: NodeJS.ErrnoException) => {
                if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
            });
        } finally {
            await rm(unfinished, { recursive: true, force: true });
        }
        await forgetUnused(dirname(this.#directory));
    }
}

async function forgetUnused(parent: string): Promise<void> {
    const entries = await Promise.all(
        (await readdir(parent)).map(async (name) => ({
            path: join(parent, name),
            kind: kindOf(name),
            usedMs: (await stat(join(parent, name)).catch(() => undefined))?.mtimeMs ?? 0,
        })),
    );
    const newer = new Map<string, number>();
    for (const { path, kind, usedMs } of entries.toSorted((a, b) => b.usedMs - a.usedMs)) {
        const place = newer.get(kind) ?? 0;
        newer.set(kind, place + 1);
        if (place >= keepNewest || Date.now() - usedMs > keepMs) await rm(path, { recursive: true, force: true });
    }
}

/** The recipe in a key. Each has its own newest ones: a dataset is not to make way for a hundred small schemas. */
function kindOf(key: string): string {
    return key.replace(/^[0-9a-f]+-/, "").replace(/-[0-9a-f]+$/, "");
}

/** Copies with cp: it keeps owner and mode, shares blocks where the file system can, and is faster than Node's. */
async function copyTree(from: string, to: string): Promise<void> {
    const options = process.platform === "linux" ? ["--archive", "--reflink=auto"] : ["-Rpc"];
    try {
        await promisify(execFile)("cp", [...options, from, to]);
    } catch (cause) {
        // One of a thousand files tells as much as all of them.
        const [said] = (cause as { readonly stderr?: string }).stderr?.split("\n") ?? [];
        throw environmentError(
            {
                tried: `copy a data directory from ${from} to ${to}`,
                happened: said || messageOf(cause),
                remedy: "make room on the file system named above, or set PGASSAY_CACHE_DIR to one that has it",
            },
            cause,
        );
    }
}
