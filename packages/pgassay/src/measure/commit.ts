import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Commit } from "../core/run-record.ts";

const timeoutMs = 10_000;

/** The commit that a directory is a checkout of, if git knows one. */
export async function readCommit(directory: string): Promise<Commit | undefined> {
    const git = async (...args: string[]): Promise<string> =>
        (await promisify(execFile)("git", ["-C", directory, ...args], { timeout: timeoutMs })).stdout.trim();
    try {
        const id = await git("rev-parse", "HEAD");
        // Changed, new and deleted files of the project alone: what lies beside it is not measured.
        return { id, isDirty: (await git("status", "--porcelain", "--", ".")) !== "" };
    } catch {
        // No git, or no repository: the record can do without.
        return undefined;
    }
}
