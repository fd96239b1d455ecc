import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

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
    return spawn(process.execPath, [program, ...args], {
        cwd: directory,
        env: { ...inherited, NO_COLOR: "1", ...environment },
        stdio: ["ignore", "pipe", "pipe"],
    });
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
    child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
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

/** Replaces a text that must be there. */
export async function edit(file: string, from: string, to: string): Promise<void> {
    const before = await readFile(file, "utf8");
    if (!before.includes(from)) throw new Error(`${file} does not contain ${from}`);
    await writeFile(file, before.replace(from, to));
}
