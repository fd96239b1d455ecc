import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { environmentError, messageOf } from "../core/errors.ts";

/**
 * Writes a file so that it appears whole or not at all, whatever happens meanwhile. Directories on the way are made.
 *
 * @param what says to a person what is being written: `the run record`
 * @throws an environment error when it cannot be written
 */
export async function writeWholeFile(path: string, content: string, what: string): Promise<void> {
    const unfinished = `${path}.${process.pid}.unfinished`;
    try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(unfinished, content);
        await rename(unfinished, path);
    } catch (cause) {
        await rm(unfinished, { force: true }).catch(() => {});
        const remedy = `see that ${dirname(path)} is a directory that can be written to and has room`;
        throw environmentError({ tried: `write ${what} to ${path}`, happened: messageOf(cause), remedy }, cause);
    }
}
