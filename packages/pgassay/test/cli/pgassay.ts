import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeWholeFile } from "../../src/files/write-whole-file.ts";

const program = fileURLToPath(new URL("../../bin/pgassay.js", import.meta.url));
/** The small project that most tests change, and the example in the tree. */
export const projects = {
    small: new URL("project/", import.meta.url),
    library: new URL("../../../../examples/library-lending/", import.meta.url),
};

export interface Outcome {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Starts `pgassay` as a user would: a process in a directory. */
export function startPgassay(
    directory: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
): ChildProcess {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [program, ...args], {
        cwd: directory,
        env: { ...inherited, NO_COLOR: "1", ...environment },
        stdio: ["ignore", "pipe", "pipe"],
    });
    // A chunk may end in the middle of a character.
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8");
    return child;
}

/** Reads what a process prints, piece by piece. */
export function reader(child: ChildProcess): { until(pattern: RegExp): Promise<string> } {
    let text = "";
    let heard = (): void => {};
    for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", (chunk: string) => {
            text += chunk;
            heard();
        });
    }
    child.once("close", () => heard());
    return {
        /** What was printed since the last call, up to what matches; refused when the process ends without. */
        async until(pattern) {
            for (;;) {
                const found = pattern.exec(text);
                if (found) {
                    const said = text.slice(0, found.index + found[0].length);
                    text = text.slice(said.length);
                    return said;
                }
                if (child.exitCode !== null || child.signalCode !== null)
                    throw new Error(`it ended without saying ${String(pattern)}: ${text}`);
                await new Promise<void>((resolve) => (heard = resolve));
            }
        },
    };
}

/** Runs `pgassay` to its end. */
export async function pgassay(
    directory: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
    const child = startPgassay(directory, args, environment);
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk: string) => (stdout += chunk));
    child.stderr?.on("data", (chunk: string) => (stderr += chunk));
    const [code] = (await once(child, "close")) as [number | null];
    return { code, stdout, stderr };
}

/** Where copies go: out of git's sight, and still where Node finds pgassay for their imports. */
const copies = new URL("../../test-results/projects/", import.meta.url);

/** Hands a copy of a project to `use`, to be changed at will. */
export async function withProject<T>(
    use: (directory: string) => Promise<T>,
    template: URL = projects.small,
): Promise<T> {
    await mkdir(copies, { recursive: true });
    const directory = await mkdtemp(fileURLToPath(new URL("copy-", copies)));
    try {
        await cp(template, directory, { recursive: true });
        return await use(directory);
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

/**
 * What is left in a directory whose owner was killed, once its watchdog had the time that it needs on a machine that has
 * much else to do.
 */
export async function leftIn(directory: string): Promise<string[]> {
    for (let tries = 0; tries < 300; tries++) {
        if ((await readdir(directory)).length === 0) return [];
        await sleep(100);
    }
    return readdir(directory);
}

/** Replaces a text that must be there. */
export async function edit(file: string, from: string, to: string): Promise<void> {
    const before = await readFile(file, "utf8");
    if (!before.includes(from)) throw new Error(`${file} does not contain ${from}`);
    await writeWholeFile(file, before.replace(from, to), "a file of the project");
}
