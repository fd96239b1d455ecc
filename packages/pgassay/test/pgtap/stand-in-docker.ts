import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

const standIn = fileURLToPath(new URL("stand-in-docker.mjs", import.meta.url));

/** The command lines that a stand-in was given, in their order. */
export type Asked = () => Promise<string[][]>;

/**
 * Puts a stand-in for docker first on PATH while `use` runs. It is one for docker only: pg_prove, psql and the server are
 * the real ones.
 *
 * @param script a shell's, instead of the stand-in that starts the local pg_prove
 */
export async function withStandInDocker<T>(
    use: (asked: Asked) => Promise<T>,
    script = `exec "${process.execPath}" "${standIn}" "$@"`,
): Promise<T> {
    const directory = await mkdtemp(join(tmpdir(), "pgassay-stand-in-"));
    const log = join(directory, "log");
    try {
        await writeFile(join(directory, "docker"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
        vi.stubEnv("PATH", `${directory}:${process.env["PATH"]}`);
        vi.stubEnv("STAND_IN_DOCKER_LOG", log);
        return await use(async () => {
            const lines = (await readFile(log, "utf8")).trimEnd().split("\n");
            return lines.map((line) => JSON.parse(line) as string[]);
        });
    } finally {
        vi.unstubAllEnvs();
        await rm(directory, { recursive: true });
    }
}
