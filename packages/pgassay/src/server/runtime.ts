import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { environmentError, messageOf } from "../core/errors.ts";
import { findBinaries } from "./platform.ts";

/** PostgreSQL and its extensions, unpacked and ready to run. */
export interface Runtime {
    /** Changes whenever the binaries or the extensions do. */
    readonly id: string;
    readonly postgres: string;
    readonly initdb: string;
    /** For `extension_control_path`: directories of our own, then PostgreSQL's. */
    readonly extensionControlPath: string;
}

const require = createRequire(import.meta.url);

/**
 * Unpacks the npm binaries and pgTAP below the cache directory, once for each version. They cannot run from
 * `node_modules`: the library symlinks are missing where npm does not run install scripts, and the server's user may
 * not be able to enter the project.
 *
 * @throws an environment error where npm has no binaries for this platform, or the cache no room
 */
export async function prepareRuntime(cacheDirectory: string): Promise<Runtime> {
    const binaries = findBinaries();
    const pgtap = join(dirname(require.resolve("@electric-sql/pglite-pgtap")), "pgtap.tar.gz");
    const pgtapDigest = createHash("sha256")
        .update(await readFile(pgtap))
        .digest("hex")
        .slice(0, 12);

    const server = join(cacheDirectory, "runtime", binaries.id);
    const extensions = join(cacheDirectory, "runtime", `pgtap-${pgtapDigest}`);
    await makeOnce(server, async (directory) => {
        await cp(binaries.directory, directory, { recursive: true, verbatimSymlinks: true });
        await linkLibraries(directory);
    });
    await makeOnce(extensions, async (directory) => {
        // Once on a machine; loading it each time would cost every run.
        const { extract } = await import("tar");
        await extract({ file: pgtap, cwd: directory });
    });
    return {
        id: `${binaries.id} pgtap-${pgtapDigest}`,
        postgres: join(server, "bin", "postgres"),
        initdb: join(server, "bin", "initdb"),
        extensionControlPath: `${join(extensions, "share", "postgresql")}:$system`,
    };
}

/** Makes the symlinks that the package's install script would have made: `libpq.so.5` and its like. */
async function linkLibraries(directory: string): Promise<void> {
    const links = JSON.parse(await readFile(join(directory, "pg-symlinks.json"), "utf8")) as {
        source: string;
        target: string;
    }[];
    for (const { source, target } of links) {
        const link = join(directory, relative("native", target));
        await rm(link, { force: true });
        await symlink(relative(dirname(link), join(directory, relative("native", source))), link);
    }
}

/**
 * Fills a directory unless it is there, atomically: several processes may do it at once and the first one wins.
 *
 * @throws an environment error where it cannot be made
 */
async function makeOnce(directory: string, fill: (directory: string) => Promise<void>): Promise<void> {
    if (existsSync(directory)) return;
    try {
        await mkdir(dirname(directory), { recursive: true });
        await makeWhole(directory, fill);
    } catch (cause) {
        throw environmentError(
            {
                tried: `unpack PostgreSQL into ${directory}`,
                happened: messageOf(cause),
                remedy: "make room there, or set PGASSAY_CACHE_DIR to a directory that has it",
            },
            cause,
        );
    }
}

async function makeWhole(directory: string, fill: (directory: string) => Promise<void>): Promise<void> {
    const unfinished = await mkdtemp(join(dirname(directory), `.${basename(directory)}-`));
    try {
        const filled = join(unfinished, "filled");
        await mkdir(filled);
        await fill(filled);
        await rename(filled, directory).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
        });
    } finally {
        await rm(unfinished, { recursive: true, force: true });
    }
}
