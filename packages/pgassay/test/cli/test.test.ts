import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { writeWholeFile } from "../../src/files/write-whole-file.ts";
import { edit, pgassay, reader, startPgassay, withProject } from "./pgassay.ts";

const passing = "begin;\nselect plan(1);\nselect ok(true, 'fine');\nselect * from finish();\nrollback;\n";
const failing = passing.replace("true", "false");

/** Writes test files into a project beside the one it has, in one step each: a file half written is a change, too. */
async function addTests(directory: string, tests: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, sql] of Object.entries(tests)) {
        await writeWholeFile(join(directory, "tests", `${name}.sql`), sql, "a test");
    }
}

/** The names of the files in the output, in its order. */
function filesIn(stdout: string): string[] {
    return [...stdout.matchAll(/^(?:ok {2}|FAIL) tests\/(\w+)\.sql/gm)].map(([, name = ""]) => name);
}

async function interrupt(child: ChildProcess): Promise<number | null> {
    const ended = once(child, "close") as Promise<[number | null]>;
    child.kill("SIGINT");
    return (await ended)[0];
}

describe("pgassay test --name", () => {
    it("keeps to the files whose name matches, and says when none does", () =>
        withProject(async (directory) => {
            await addTests(directory, { lamp: passing, lantern: passing });
            expect(filesIn((await pgassay(directory, ["test", "--name", "/la"])).stdout)).toEqual(["lamp", "lantern"]);
            const none = await pgassay(directory, ["test", "--name", "chair"]);
            expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("none of 3 files is")]);
            const broken = await pgassay(directory, ["test", "--name", "("]);
            expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining("regular expression")]);
        }));
});

describe("pgassay test --bail", () => {
    it("begins no file after one that failed, and counts those left out", () =>
        withProject(async (directory) => {
            // Each takes a second, so that there are some left, however long the one that fails takes.
            const slow = passing.replace("select ok", "select pg_sleep(1);\nselect ok");
            const many = Array.from({ length: 40 }, (_, i) => [`z${i}`, slow]);
            await addTests(directory, { a: failing, ...(Object.fromEntries(many) as Record<string, string>) });
            const { code, stdout } = await pgassay(directory, ["test", "--bail", "--json"]);
            const { notRun, files } = JSON.parse(stdout) as { notRun: number; files: { file: string }[] };
            expect(files[0]?.file).toBe("tests/a.sql");
            expect(notRun).toBeGreaterThan(0);
            expect(notRun + files.length).toBe(42);
            expect(code).toBe(1);
        }));

    it("runs all where none fails", () =>
        withProject(async (directory) => {
            await addTests(directory, { a: passing, b: passing });
            expect(filesIn((await pgassay(directory, ["test", "--bail"])).stdout)).toEqual(["a", "b", "book"]);
        }));
});

describe("pgassay test --failed", () => {
    it("runs what failed last time until it passes, and then all again", () =>
        withProject(async (directory) => {
            const run = async (...args: string[]): Promise<string[]> =>
                filesIn((await pgassay(directory, ["test", ...args])).stdout);
            await addTests(directory, { a: failing, b: passing });
            expect(await run()).toEqual(["a", "b", "book"]);
            await addTests(directory, { a: passing });
            expect(await run("--failed")).toEqual(["a"]);
            expect(await run("--failed")).toEqual(["a", "b", "book"]);
        }));
});

describe("pgassay test --keep", () => {
    it("leaves the database of a failed file, ready to run it again, until Ctrl-C", () =>
        withProject(async (directory) => {
            await addTests(directory, { a: failing });
            const child = startPgassay(directory, ["test", "--keep"]);
            const output = reader(child);
            const [, url = ""] = /database kept: (\S+)/.exec(await output.until(/Ctrl-C ends it/)) ?? [];
            const client = new pg.Client({ connectionString: url });
            await client.connect();
            const answer = await client.query("select plan(1)");
            await client.end();
            expect(answer.rows).toEqual([{ plan: "1..1" }]);
            expect(await interrupt(child)).toBe(1);
            await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow("ECONNREFUSED");
        }));

    it("ends by itself when nothing failed", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["test", "--keep"]);
            expect([code, stdout]).toEqual([0, expect.not.stringContaining("database kept")]);
        }));
});

describe("pgassay test --watch", () => {
    it("runs the file that changed, all when the schema or a set-up file did, and ends with Ctrl-C", () =>
        withProject(async (directory) => {
            await addTests(directory, { a: passing });
            const child = startPgassay(directory, ["test", "--watch"]);
            const output = reader(child);
            let last: string[] = [];
            // A save can be seen twice where the machine has much else to do: the same files once more are no other run.
            const nextRun = async (): Promise<string[]> => {
                const files = filesIn(await output.until(/wait for changes/));
                if (isDeepStrictEqual(files, last)) return nextRun();
                return (last = files);
            };
            expect(await nextRun()).toEqual(["a", "book"]);

            await addTests(directory, { a: failing });
            expect(await nextRun()).toEqual(["a"]);
            // What is written beside a file while it is saved is no change: were it one, all files would run.
            await writeFile(join(directory, "tests/setup/shelf.sql.new"), "selec 1;");
            await addTests(directory, { b: passing });
            expect(await nextRun()).toEqual(["b"]);

            const migration = join(directory, "migrations/20260101000001_books.sql");
            await edit(migration, "title text not null", "title text");
            expect(await nextRun()).toEqual(["a", "b", "book"]);

            // What is wrong with a set-up file is told, and the next change looked at.
            const setup = join(directory, "tests/setup/shelf.sql");
            const right = await readFile(setup, "utf8");
            await writeWholeFile(setup, "selec 1;", "a set-up file");
            await output.until(/syntax error at or near "selec"[^]*?wait for changes/);
            last = [];
            await writeWholeFile(setup, right, "a set-up file");
            expect(await nextRun()).toEqual(["a", "b", "book"]);
            expect(await interrupt(child)).toBe(1);
        }));
});

describe("pgassay test --runner pg_prove", () => {
    it.each(["--watch", "--bail", "--keep"])("refuses %s, which it cannot do", (flag) =>
        withProject(async (directory) => {
            const { code, stderr } = await pgassay(directory, ["test", "--runner", "pg_prove", flag]);
            expect([code, stderr]).toEqual([2, expect.stringContaining(`it knows no ${flag}`)]);
        }),
    );
});

describe("pgassay test on GitHub", () => {
    it("says what failed in the form that is shown beside the line", () =>
        withProject(async (directory) => {
            await addTests(directory, { a: failing });
            const environment = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: join(directory, "..") };
            const name = directory.slice(directory.lastIndexOf("/") + 1);
            const { stderr } = await pgassay(directory, ["test"], environment);
            expect(stderr).toContain(`::error file=${name}/tests/a.sql,line=3,title=not ok 1 fine::`);
            expect((await pgassay(directory, ["test"])).stderr).not.toContain("::error");
        }));
});
