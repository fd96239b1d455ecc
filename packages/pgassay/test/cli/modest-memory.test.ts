import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const compiled = new URL("../../dist/", import.meta.url);
const { href: module } = new URL("cli/modest-memory.js", compiled);

/** Prints the number that a script ends with, of a process of its own that called some functions first. */
async function measured(script: string, first: readonly string[]): Promise<number> {
    const calls = first.map((name) => `(await import("${module}")).${name}();`).join("\n");
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
        "--input-type=module",
        "-e",
        `${calls}\n${script}`,
    ]);
    // V8 complains about flags that it does not know, and goes on.
    expect(stderr).toBe("");
    return Number(stdout);
}

describe("compileParserOnce", () => {
    it("takes far less memory to parse much SQL", async () => {
        const script = `
            const { loadSqlParser, parseSql } = await import("${new URL("core/sql-text.js", compiled).href}");
            await loadSqlParser();
            for (let seen = 0; seen < 3000; seen++)
                parseSql("select a, b + " + seen + " from t join u using (id) where a in (1, 2) and exists (select from v)");
            // What was given to another thread to compile has to come back.
            setTimeout(() => console.log(process.resourceUsage().maxRSS), 1000);`;
        expect(await measured(script, ["compileParserOnce"])).toBeLessThan(0.8 * (await measured(script, [])));
    });
});

describe("collectGarbageEarly", () => {
    it("keeps what is new in far less room", async () => {
        const script = `
            import { getHeapSpaceStatistics } from "node:v8";
            const kept = [];
            for (let seen = 0; seen < 1_000_000; seen++) kept[seen % 50_000] = { seen, text: "row " + seen };
            console.log(getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size);`;
        expect(await measured(script, ["collectGarbageEarly"])).toBeLessThan(0.3 * (await measured(script, [])));
    });
});
