import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test as base } from "vitest";
import { readCommit } from "../../src/measure/commit.ts";

const test = base.extend<{ directory: string }>({
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "pgassay-commit-"));
        try {
            await use(directory);
        } finally {
            await rm(directory, { recursive: true });
        }
    },
});

test("is the one that is checked out, and dirty while a file differs from it", async ({ directory }) => {
    const git = (...args: string[]): Promise<{ stdout: string }> =>
        promisify(execFile)("git", ["-C", directory, "-c", "user.name=t", "-c", "user.email=t@t", ...args]);
    await git("init", "--quiet");
    await writeFile(join(directory, "a.sql"), "select 1;\n");
    await git("add", ".");
    await git("commit", "--quiet", "--message", "a");
    const { stdout } = await git("rev-parse", "HEAD");
    expect(await readCommit(directory)).toEqual({ id: stdout.trim(), isDirty: false });
    await writeFile(join(directory, "b.sql"), "select 2;\n");
    expect(await readCommit(directory)).toEqual({ id: stdout.trim(), isDirty: true });
});

test("is none where there is no repository", async ({ directory }) => {
    expect(await readCommit(directory)).toBeUndefined();
});
