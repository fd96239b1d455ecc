import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const script = join(import.meta.dirname, "../../../.github/actions/nightly/bench.sh");

/** Stands in for `npx pgassay …`: takes down what it is asked, and ends as it is told to. */
const npx = `#!/bin/sh
echo "$*" >>"$CALLS"
case "$2" in
bench) exit "$BENCH" ;;
history) [ "$HISTORY_CODE" = 1 ] && echo alert >"$4"; exit "$HISTORY_CODE" ;;
esac
`;

interface Night {
    readonly code: number;
    readonly calls: readonly string[];
    readonly runs: readonly string[];
    readonly hasAlert: boolean;
}

/** Runs the script where `pgassay bench` and `pgassay history` end with these codes. */
async function night(bench: number, history: number, runs: readonly string[] = ["a.jsonl"]): Promise<Night> {
    const directory = await mkdtemp(join(tmpdir(), "bench-night-"));
    try {
        await mkdir(join(directory, "project/history"), { recursive: true });
        for (const run of runs) await writeFile(join(directory, "project/history", run), "");
        await writeFile(join(directory, "npx"), npx);
        await chmod(join(directory, "npx"), 0o755);
        const env = {
            PATH: `${directory}:${process.env["PATH"]}`,
            CALLS: join(directory, "calls"),
            BENCH: String(bench),
            HISTORY_CODE: String(history),
            PROJECT: join(directory, "project"),
            HISTORY: "history",
            ALERT: join(directory, "alert.md"),
        };
        const code = await promisify(execFile)(script, [], { env }).then(
            () => 0,
            (failed: { code: number }) => failed.code,
        );
        return {
            code,
            calls: (await readFile(env.CALLS, "utf8"))
                .trim()
                .split("\n")
                .map((call) => call.split(" ")[1] ?? ""),
            runs: await readdir(join(directory, "project/history")),
            hasAlert: (await readdir(directory)).includes("alert.md"),
        };
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

describe("a night", () => {
    it("is fine when no target is missed and nothing changed", async () => {
        expect(await night(0, 0)).toEqual({ code: 0, calls: ["bench", "history"], runs: ["a.jsonl"], hasAlert: false });
    });

    it("fails on a change, and leaves a file that tells of it", async () => {
        expect(await night(0, 1)).toMatchObject({ code: 1, hasAlert: true });
    });

    it("fails on a target that was missed, and looks at the history all the same", async () => {
        expect(await night(1, 0)).toMatchObject({ code: 1, calls: ["bench", "history"], hasAlert: false });
    });

    it("does not tell of the night before when nothing was measured", async () => {
        expect(await night(3, 1)).toMatchObject({ code: 3, calls: ["bench"], hasAlert: false });
    });

    it("fails when the history cannot be read", async () => {
        expect((await night(0, 2)).code).toBe(2);
    });

    it("leaves out the oldest runs beyond four hundred, and nothing else", async () => {
        const runs = Array.from({ length: 403 }, (_, i) => `${String(i).padStart(3, "0")}.jsonl`);
        const { runs: left } = await night(0, 0, [...runs, "README.md"]);
        expect(left.toSorted()).toEqual([...runs.slice(3), "README.md"]);
    });
});
