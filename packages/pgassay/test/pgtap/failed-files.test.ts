import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FileResult } from "../../src/core/test-result.ts";
import { failedFiles, rememberFailed } from "../../src/pgtap/failed-files.ts";

let cache: string;

beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), "pgassay-cache-"));
    await chmod(cache, 0o755);
    vi.stubEnv("PGASSAY_CACHE_DIR", cache);
});

afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(cache, { recursive: true });
});

function result(file: string, fate: "passed" | "failed"): FileResult {
    return { file, assertions: [], problems: fate === "passed" ? [] : [{ message: "it is amiss" }], durationMs: 1 };
}

it("remembers what failed, project by project", async () => {
    await rememberFailed("/a/tests", [result("one", "failed"), result("two", "passed")]);
    expect([...(await failedFiles("/a/tests"))]).toEqual(["one"]);
    expect([...(await failedFiles("/b/tests"))]).toEqual([]);
});

it("leaves its verdict to what did not run", async () => {
    await rememberFailed("/a/tests", [result("one", "failed"), result("two", "failed")]);
    await rememberFailed("/a/tests", [result("one", "passed"), result("three", "failed")]);
    expect([...(await failedFiles("/a/tests"))]).toEqual(["three", "two"]);
});

it("takes a memory that nobody can read for none", async () => {
    await rememberFailed("/a/tests", [result("one", "failed")]);
    const [name = ""] = await readdir(join(cache, "failed-tests"));
    const path = join(cache, "failed-tests", name);
    expect(await readFile(path, "utf8")).toBe('["one"]\n');
    await writeFile(path, '["one"');
    expect([...(await failedFiles("/a/tests"))]).toEqual([]);
});
