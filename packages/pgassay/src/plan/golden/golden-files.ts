import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import { compareText } from "../../core/finding.ts";
import type { Golden } from "../../core/golden.ts";
import { usageError } from "../../core/errors.ts";
import { writeWholeFile } from "../../files/write-whole-file.ts";
import { goldenText, parseGolden } from "./golden-text.ts";

/** The goldens of a directory, by query; none if there is no such directory. */
export async function readGoldens(directory: string): Promise<ReadonlyMap<string, Golden>> {
    const paths = (await glob("*/*.plan", { cwd: directory })).toSorted(compareText);
    const goldens = new Map<string, Golden>();
    for (const path of paths) {
        const file = join(directory, path);
        const golden = parseGolden(await readFile(file, "utf8"), file);
        if (`${golden.query}.plan` !== path) {
            throw usageError({
                tried: `read the accepted plans in ${file}`,
                happened: `they are those of ${golden.query}`,
                remedy: `move the file to ${join(directory, golden.query)}.plan`,
            });
        }
        goldens.set(golden.query, golden);
    }
    return goldens;
}

/** Writes a golden to its place, `<area>/<name>.plan`. */
export async function writeGolden(directory: string, golden: Golden): Promise<void> {
    await writeWholeFile(join(directory, `${golden.query}.plan`), goldenText(golden), "the accepted plans");
}

/** Removes the golden of a query that is gone. */
export async function removeGolden(directory: string, query: string): Promise<void> {
    await rm(join(directory, `${query}.plan`));
}
