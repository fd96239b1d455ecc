import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { silent, withClient, withCloneOf, type Recipe } from "pgassay";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };

/** PostgreSQL refuses root; a user with an entry in the system's list of users will do. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Stands between what the blocks print. */
const mark = "----- next block";

/** npm brings no psql; .ci/run installs it where it may. */
const hasPsql = spawnSync("psql", ["--version"]).status === 0;

/** The shell blocks of a page, in order, without the indent that a list gives them. */
function shellBlocks(page: string): string[] {
    return [...page.matchAll(/^( *)```sh\n([^]*?)^\1```$/gm)].map(([, indent = "", block = ""]) =>
        block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    );
}

async function freePort(): Promise<number> {
    return new Promise((settle) => {
        const server = createServer().listen(0, "127.0.0.1", () => {
            const { port } = server.address() as AddressInfo;
            server.close(() => settle(port));
        });
    });
}

/** The directory of `initdb`, `pg_ctl` and `postgres` as npm brought them, where a server has run from them. */
async function serverPrograms(): Promise<string> {
    return withCloneOf({ recipe: empty, progress: silent }, (clone) =>
        withClient(clone, async (client) => {
            const { rows } = await client.query<{ setting: string }>(
                "select setting from pg_config where name = 'BINDIR'",
            );
            return rows[0]?.setting ?? "";
        }),
    );
}

/** What each block prints, run one after the other in one shell that stops at an error. */
async function rehearse(blocks: readonly string[]): Promise<string[]> {
    const programs = await serverPrograms();
    // In memory where there is room for files: what a rehearsal waits for is the disk.
    const directory = await mkdtemp(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "operations-"));
    try {
        if (user.uid !== undefined) await chown(directory, user.uid, user.gid);
        const [port, second] = [await freePort(), await freePort()];
        const script = [
            "set -euo pipefail",
            "shopt -s expand_aliases",
            `trap 'for data in ${directory}/postgres/data*; do pg_ctl --pgdata=$data --mode=immediate stop || true; done &> /dev/null' EXIT`,
            ...blocks.map((block) => `echo '${mark}'\n${block}`),
        ]
            .join("\n")
            .replaceAll("/srv/", `${directory}/`)
            .replaceAll(/\b5432\b/g, String(port))
            .replaceAll(/\b5433\b/g, String(second));
        const file = join(directory, "operations.sh");
        await writeFile(file, script);
        const path = [join(root, "packages/pgassay/bin/pg-dump"), programs, join(root, "node_modules/.bin")];
        const env = {
            PATH: [...path, dirname(process.execPath), process.env["PATH"]].join(delimiter),
            HOME: directory,
            TMPDIR: directory,
        };
        const { stdout } = await promisify(execFile)("bash", [file], { cwd: root, env, timeout: 280_000, ...user });
        return stdout.split(`${mark}\n`).slice(1);
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

it("finds the shell blocks of a page, in lists too, and no others", () => {
    const page = "```sh\na\n\nb\n```\n\n```sql\nc\n```\n\n1. One\n\n    ```sh\n    d\n        e\n    ```\n";
    expect(shellBlocks(page)).toEqual(["a\n\nb\n", "d\n    e\n"]);
});

it("stops at the first command that fails", async () => {
    await expect(rehearse(["echo before\nfalse | cat\n", "echo after\n"])).rejects.toMatchObject({
        code: 1,
        stdout: expect.not.stringContaining("after") as string,
    });
});

it.skipIf(!hasPsql)(
    "does what docs/operations.md says, from the first block to the last",
    async () => {
        const page = await readFile(join(root, "docs/operations.md"), "utf8");
        const blocks = shellBlocks(page);
        const printed = await rehearse(blocks);
        expect(printed).toHaveLength(blocks.length);
        /** What the one block prints that has this text in it. */
        const of = (text: string): string => printed[blocks.findIndex((block) => block.includes(text))] ?? "";

        expect(of("select public.seal_audit_logs('0 seconds')")).toMatch(/ 1\n\(1 row\)[^]*\(0 rows\)/);
        // The same rows of tasks and of the log before and after, and no broken seal.
        expect(of("createdb restored")).toMatch(/^(\d+\|[1-9]\d*\|0)\n\1\n$/);
        expect(of("pg_backup_start") + of("tar --list")).toMatch(/^START WAL LOCATION/m);
        expect(of("recovery_target_time")).toBe("t|t\n");
        expect(of("pg_wal_replay_resume")).toMatch(/^project_risks\|1\n[^]*\(0 rows\)/);
        expect(of("not indisvalid").trim()).toBe("");
        expect(of("show server_version")).toMatch(/^18\.\d+\n$/);
        expect(of("$DUMPS/upgrade.sql")).toMatch(/\(0 rows\)/);
    },
    // Some ten seconds on a machine at rest.
    300_000,
);
