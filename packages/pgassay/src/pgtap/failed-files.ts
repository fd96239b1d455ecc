import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filePassed, type FileResult } from "../core/test-result.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { cacheDirectory } from "../server/cache-directory.ts";

/** The names of the test files of a project that failed when they last ran; empty where nobody remembers. */
export async function failedFiles(testsDirectory: string): Promise<ReadonlySet<string>> {
    const text = await readFile(await memoryOf(testsDirectory), "utf8").catch(() => "[]");
    return new Set(readNames(text));
}

/** Remembers which files failed. What did not run now keeps its verdict. */
export async function rememberFailed(testsDirectory: string, results: readonly FileResult[]): Promise<void> {
    const failed = new Set(await failedFiles(testsDirectory));
    for (const result of results) {
        if (filePassed(result)) failed.delete(result.file);
        else failed.add(result.file);
    }
    const names = JSON.stringify([...failed].sort());
    await writeWholeFile(await memoryOf(testsDirectory), `${names}\n`, "which tests failed");
}

/** A file of the cache: what failed on this machine is no business of git, and losing it does no harm. */
async function memoryOf(testsDirectory: string): Promise<string> {
    const project = createHash("sha256").update(testsDirectory).digest("hex").slice(0, 16);
    return join(await cacheDirectory(), "failed-tests", `${project}.json`);
}

function readNames(text: string): string[] {
    try {
        const names: unknown = JSON.parse(text);
        return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
    } catch {
        return [];
    }
}
