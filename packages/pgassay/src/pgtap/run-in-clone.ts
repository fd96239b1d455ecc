import type pg from "pg";
import { filePassed, type FileResult } from "../core/test-result.ts";
import { readText } from "../files/read-text.ts";
import type { ClonePool, Database } from "../server/cluster.ts";
import type { TestFile } from "./find-test-files.ts";
import { readFootprint, unfitAfter } from "./footprint.ts";
import { runScript, withTestSession } from "./run-file.ts";
import { splitStatements, takeAllBack } from "./statements.ts";

/**
 * Files that one clone serves at most. With 16, small files took a quarter longer; more than this leaves much of pgTAP's
 * own temporary tables in the system catalogs, dead rows that slow what comes after.
 */
const mostFiles = 32;

/** A file and where its result belongs. */
export interface WaitingFile {
    readonly file: TestFile;
    readonly place: number;
}

/** The files that wait for a clone, which several workers take from. */
export interface FileQueue {
    /** The next file, unless none is left or none shall begin any more. */
    next(): WaitingFile | undefined;
    isEmpty(): boolean;
    finish(waiting: WaitingFile, result: FileResult): void;
}

/**
 * Asked for each file that failed: the URL by which people reach the clone, which is left to the caller then, or nothing
 * to drop it.
 */
export type KeepClone = (file: TestFile, clone: Database) => string | undefined;

/**
 * Runs a file in a clone, and then others that wait, as long as each leaves the clone as good as new; those that follow
 * have the same session too, unless something remained in it.
 *
 * @returns a file that failed where others had run before it: only what it does in a new clone counts
 */
export async function runInClone(
    clones: ClonePool,
    first: WaitingFile,
    queue: FileQueue,
    keep: KeepClone,
): Promise<WaitingFile | undefined> {
    let startMs = performance.now();
    const clone = await clones.take();
    let current = first;
    let files = 0;
    let kept = false;

    const inSession = async (client: pg.Client): Promise<{ next?: WaitingFile; again?: WaitingFile }> => {
        const before = queue.isEmpty() ? undefined : await readFootprint(client);
        for (;;) {
            const statements = await splitStatements(await readText(current.file.path));
            const outcome = await runScript(clone, client, statements);
            const result = { file: current.file.name, ...outcome, durationMs: performance.now() - startMs };
            if (!filePassed(result)) {
                if (files > 0) return { again: current };
                const keptUrl = keep(current.file, clone);
                kept = keptUrl !== undefined;
                queue.finish(current, keptUrl === undefined ? result : { ...result, keptUrl });
                return {};
            }
            queue.finish(current, result);
            files++;
            startMs = performance.now();
            if (files >= mostFiles || queue.isEmpty() || "message" in statements || !takeAllBack(statements)) return {};
            const unfit = unfitAfter(before, await readFootprint(client));
            const next = unfit === "clone" ? undefined : queue.next();
            if (!next) return {};
            if (unfit === "session") return { next };
            current = next;
        }
    };
    try {
        for (;;) {
            const { next, again } = await withTestSession(clone, inSession);
            if (!next) return again;
            current = next;
        }
    } finally {
        if (!kept) clones.drop(clone);
    }
}
