import { availableParallelism } from "node:os";
import type { Progress } from "../core/progress.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import type { FileResult } from "../core/test-result.ts";
import { runFile } from "./run-file.ts";

/** A test file: how it is named to people, and where it is. */
export interface TestFile {
    readonly name: string;
    readonly path: string;
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
    const results: FileResult[] = [];
    const waiting = [...files.entries()];
    let done = 0;
    const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
            const [place, { name, path }] = next;
            const startMs = performance.now();
            const outcome = await cluster.withClone(template, (clone) => runFile(clone, path));
            results[place] = { file: name, ...outcome, durationMs: performance.now() - startMs };
            progress.advance(++done, files.length, "files");
        }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return results;
}
