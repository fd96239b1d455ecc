import { availableParallelism } from "node:os";
import type { Progress } from "../core/progress.ts";
import { filePassed, type FileResult } from "../core/test-result.ts";
import type { Cluster, ClonePool, Database, Template } from "../server/cluster.ts";
import { runFile } from "./run-file.ts";

/** A test file: how it is named to people, and where it is. */
export interface TestFile {
    readonly name: string;
    readonly path: string;
}

export interface RunOptions {
    readonly progress: Progress;
    /** Begin no further file once one has failed; by default all run. */
    readonly bail?: boolean;
    /** Once aborted, no further file begins. */
    readonly signal?: AbortSignal;
    /**
     * Asked for each file that failed: the URL by which people reach the clone, which is left to the caller then, or
     * nothing to drop it. By default all are dropped.
     */
    readonly keep?: (file: TestFile, clone: Database) => string | undefined;
}

/**
 * Runs pgTAP files side by side, as many as there are processors, each in a clone of its own.
 *
 * @returns the results in the order of `files`
 */
export async function runFiles(
    cluster: Cluster,
    template: Template,
    files: readonly TestFile[],
    progress: Progress,
): Promise<FileResult[]> {
    return cluster.withClones(template, (clones) => runFilesIn(clones, files, { progress }));
}

/** Does as `runFiles`, in clones of a pool that may serve the next run too; what did not begin has no result. */
export async function runFilesIn(
    clones: ClonePool,
    files: readonly TestFile[],
    { progress, bail = false, signal, keep = () => undefined }: RunOptions,
): Promise<FileResult[]> {
    const results: FileResult[] = [];
    const waiting = [...files.entries()];
    let done = 0;
    let failed = false;
    clones.prepare(files.length);
    const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
            if (signal?.aborted || (bail && failed)) return;
            const [place, file] = next;
            const result = await runInClone(clones, file, keep);
            results[place] = result;
            failed ||= !filePassed(result);
            progress.advance(++done, files.length, "files");
        }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    // Places of files that did not begin are empty, and `filter` leaves them out.
    return results.filter(() => true);
}

async function runInClone(
    clones: ClonePool,
    file: TestFile,
    keep: NonNullable<RunOptions["keep"]>,
): Promise<FileResult> {
    const startMs = performance.now();
    const clone = await clones.take();
    let keptUrl: string | undefined;
    try {
        const outcome = await runFile(clone, file.path);
        const result = { file: file.name, ...outcome, durationMs: performance.now() - startMs };
        keptUrl = filePassed(result) ? undefined : keep(file, clone);
        return keptUrl === undefined ? result : { ...result, keptUrl };
    } finally {
        if (keptUrl === undefined) clones.drop(clone);
    }
}
