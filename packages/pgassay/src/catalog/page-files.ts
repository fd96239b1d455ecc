import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "../core/finding.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { pageMark } from "./pages.ts";

export interface WrittenPages {
    /** Names of the files that are new or have changed. */
    readonly written: readonly string[];
    /** Names of the files that were removed, because what they described is gone. */
    readonly removed: readonly string[];
}

/**
 * Makes the pages of a directory those given, each whole or not at all. Pages written earlier that are none of them are
 * removed; files without the mark are left alone.
 *
 * @throws an environment error when a page cannot be written
 */
export async function writePages(directory: string, pages: ReadonlyMap<string, string>): Promise<WrittenPages> {
    const present = await readPages(directory);
    const written = [...pages].filter(([name, text]) => present.get(name) !== text);
    const removed = superfluous(present, pages);
    for (const [name, text] of written) await writeWholeFile(join(directory, name), text, "a page of the schema");
    for (const name of removed) await rm(join(directory, name));
    return { written: written.map(([name]) => name), removed };
}

/**
 * Compares the pages of a directory with what the catalog says.
 *
 * @returns a finding `schema-docs-stale` for each page that is missing, differs or describes what is gone
 */
export async function comparePages(directory: string, pages: ReadonlyMap<string, string>): Promise<Finding[]> {
    const present = await readPages(directory);
    const stale = (name: string, message: string, detail?: string): Finding => ({
        code: "schema-docs-stale",
        severity: "error",
        subject: `${basename(directory)}/${name}`,
        message: `${message}: write the pages anew with \`pgassay docs\` and commit them`,
        ...(detail !== undefined && { detail }),
    });
    const different = [...pages].flatMap(([name, text]) => {
        const before = present.get(name);
        if (before === undefined) return [stale(name, "does not exist")];
        return before === text ? [] : [stale(name, "is not what the catalog says", firstDifference(before, text))];
    });
    return [
        ...different,
        ...superfluous(present, pages).map((name) => stale(name, "describes what the schema no longer has")),
    ];
}

/** The Markdown files of a directory, by name and in order; none if there is no such directory. */
async function readPages(directory: string): Promise<ReadonlyMap<string, string>> {
    const files = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw error;
    });
    const names = files.filter((name) => name.endsWith(".md")).toSorted();
    return new Map(
        await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), "utf8")] as const)),
    );
}

function superfluous(present: ReadonlyMap<string, string>, pages: ReadonlyMap<string, string>): string[] {
    return [...present].filter(([name, text]) => !pages.has(name) && text.startsWith(pageMark)).map(([name]) => name);
}

/** The first line in which two texts differ, as a diff would show it. */
function firstDifference(before: string, after: string): string {
    const [old, fresh] = [before.split("\n"), after.split("\n")];
    const at = fresh.findIndex((line, place) => line !== old[place]);
    const place = at === -1 ? fresh.length : at;
    const lines = [old[place] !== undefined && `-${old[place]}`, fresh[place] !== undefined && `+${fresh[place]}`];
    return [`@@ -${place + 1} +${place + 1} @@`, ...lines.filter((line) => line !== false)].join("\n");
}
