import { mkdtemp, mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { GoldenDirectory } from "../../src/server/golden.ts";

let cache: string;

beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), "golden-"));
    await mkdir(join(cache, "made"));
    await writeFile(join(cache, "made", "PG_VERSION"), "18");
});

afterEach(() => rm(cache, { recursive: true, force: true }));

/** Stores a golden that was last used so many days ago. */
async function store(key: string, daysAgo: number): Promise<void> {
    await new GoldenDirectory(cache, key).store(join(cache, "made"), "secret");
    const used = Date.now() / 1000 - daysAgo * 86_400;
    await utimes(join(cache, "clusters", key), used, used);
}

it("gives back what was stored", async () => {
    const golden = new GoldenDirectory(cache, "0a-schema-01");
    expect(golden.exists()).toBe(false);
    await store("0a-schema-01", 0);
    expect(golden.exists()).toBe(true);
    expect(await golden.copyTo(join(cache, "copy"))).toBe("secret");
    expect(await readdir(join(cache, "copy"))).toEqual(["PG_VERSION"]);
});

it("forgets what nobody used for two weeks and keeps what is used", async () => {
    await store("0a-schema-01", 15);
    await store("0a-schema-02", 13);
    await store("0a-schema-03", 0);
    expect((await readdir(join(cache, "clusters"))).sort()).toEqual(["0a-schema-02", "0a-schema-03"]);
});

it("keeps the newest six of each recipe, however many others there are", async () => {
    await store("0a-dataset-01", 5);
    for (const day of [9, 8, 7, 6, 4, 3, 2, 1]) await store(`0a-schema-0${day}`, day);
    await store("0a-schema-00", 0);
    expect((await readdir(join(cache, "clusters"))).sort()).toEqual([
        "0a-dataset-01",
        ...[0, 1, 2, 3, 4, 6].map((day) => `0a-schema-0${day}`),
    ]);
});
