import { createHash, randomBytes } from "node:crypto";
import { cacheDirectory } from "./cache-directory.ts";
import type { Cluster, ClusterOptions, Recipe } from "./cluster.ts";
import { clusterOver } from "./databases.ts";
import { GoldenDirectory } from "./golden.ts";
import { initializeDataDirectory, startPostmaster, superuser, type Postmaster } from "./postmaster.ts";
import { lineage, recipeDigest } from "./recipe.ts";
import { makeRunDirectory, reapLeftovers, type RunDirectory } from "./run-directory.ts";
import { prepareRuntime, type Runtime } from "./runtime.ts";
import { embeddedSettings } from "./settings.ts";
import { startWatchdog } from "./watchdog.ts";

const defaultExpectedBytes = 100 * 1024 ** 2;

/**
 * Runs a PostgreSQL of our own for as long as `use` takes. It starts from the cached data directory that holds the
 * recipe's template; where there is none yet, from the nearest base, and the result is cached. The server and its
 * directories are gone afterwards, also when this process is killed.
 *
 * @throws an environment error when this machine cannot run PostgreSQL: no binaries, no room, no writable directory
 */
export async function withEmbeddedCluster<T>(
    { recipe, progress }: Omit<ClusterOptions, "url">,
    use: (cluster: Cluster) => Promise<T>,
): Promise<T> {
    const cache = await cacheDirectory();
    progress.step("prepare PostgreSQL");
    await reapLeftovers();
    const runtime = await prepareRuntime(cache);
    const run = await makeRunDirectory(recipe.expectedBytes ?? defaultExpectedBytes);
    const watchdog = startWatchdog(run.data, run.directories);
    try {
        const wanted = goldenFor(cache, runtime, recipe);
        const cached = wanted.exists();
        const password = cached ? await wanted.copyTo(run.data) : await prepareData(cache, runtime, run, recipe);
        let postmaster = await startPostmaster(runtime, run.data, run.socket);
        if (!cached) {
            await clusterAt(postmaster, run, password).ensureTemplate(recipe, progress);
            progress.step("keep the data directory for the next run");
            await postmaster.stop();
            await wanted.store(run.data, password);
            postmaster = await startPostmaster(runtime, run.data, run.socket);
        }
        return await use(clusterAt(postmaster, run, password));
    } finally {
        await watchdog.release();
    }
}

/** Fills the data directory from the golden of the nearest base, or with initdb, whose result is kept too. */
async function prepareData(cache: string, runtime: Runtime, run: RunDirectory, recipe: Recipe): Promise<string> {
    const bases = lineage(recipe).slice(0, -1).toReversed();
    for (const base of [...bases, undefined]) {
        const golden = goldenFor(cache, runtime, base);
        if (golden.exists()) return golden.copyTo(run.data);
    }
    const password = await initializeDataDirectory(runtime, run.data);
    await goldenFor(cache, runtime, undefined).store(run.data, password);
    return password;
}

/** How templates are made; another word for it makes all of them anew. */
const making = "bases keep what they allow and set";

/** The golden that holds a recipe's template; without a recipe, that of an empty cluster. */
function goldenFor(cache: string, runtime: Runtime, recipe: Recipe | undefined): GoldenDirectory {
    const settings = JSON.stringify(embeddedSettings(runtime));
    const server = createHash("sha256").update(runtime.id).update(settings).update(making).digest("hex").slice(0, 8);
    return new GoldenDirectory(cache, recipe ? `${server}-${recipe.name}-${recipeDigest(recipe)}` : `${server}-empty`);
}

function clusterAt(postmaster: Postmaster, run: RunDirectory, password: string): Cluster {
    return clusterOver({
        serverVersion: postmaster.serverVersion,
        dataDirectory: run.data,
        url: `postgresql://${superuser}@/postgres?host=${encodeURIComponent(run.socket)}&port=${postmaster.port}`,
        tcpUrl: `postgresql://${superuser}:${password}@127.0.0.1:${postmaster.port}/postgres`,
        runId: randomBytes(4).toString("hex"),
        keepsTemplates: false,
    });
}
