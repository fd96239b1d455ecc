import { availableParallelism } from "node:os";
import type { Progress } from "../core/progress.ts";
import { filePassed, type FileResult } from "../core/test-result.ts";
import type { Cluster, ClonePool, Template } from "../server/cluster.ts";
import type { TestFile } from "./find-test-files.ts";
import { runInClone, type FileQueue, type KeepClone } from "./run-in-clone.ts";

export interface RunOptions {
    readonly progress: Progress;
    /** Begin no further file once one has failed; by default all run. */
    readonly bail?: boolean;
    /** Once aborted, no further file begins. */
    readonly signal?: AbortSignal;
    /** Asked for each file that failed; by default its clone is dropped. */
    readonly keep?: KeepClone;
}

/**
 * Runs pgTAP files side by side, as many as there are processors, each in a clone that is as good as new.
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
    const waiting = files.map((file, place) => ({ file, place }));
    const workers = Math.min(availableParallelism(), files.length);
    let done = 0;
    let failed = false;
    const queue: FileQueue = {
        next: () => (signal?.aborted || (bail && failed) ? undefined : waiting.shift()),
        isEmpty: () => waiting.length === 0,
        finish({ place }, result) {
            results[place] = result;
            failed ||= !filePassed(result);
            progress.advance(++done, files.length, "file");
        },
    };
    clones.prepare(workers);
    const work = async (): Promise<void> => {
        for (let first = queue.next(); first;) {
            first = (await runInClone(clones, first, queue, keep)) ?? queue.next();
            // Whoever leaves a clone unfit for the others is seldom alone.
            clones.prepare(Math.min(workers, waiting.length));
        }
    };
    await Promise.all(Array.from({ length: workers }, work));
    // Places of files that did not begin are empty, and `filter` leaves them out.
    return results.filter(() => true);
}
