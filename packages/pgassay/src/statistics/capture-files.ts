import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { messageOf, usageError } from "../core/errors.ts";
import { compareText } from "../core/finding.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { originSchema, tableSchema } from "./capture-schema.ts";
import type { Capture } from "./capture.ts";
import type { CapturedTable } from "./scale-figures.ts";

/** Where the figures come from; no table can be called so, because its file has a schema's name in front. */
const originFile = "origin.json";

/** What `writeCapture` did to a directory. */
export interface WrittenCapture {
    /** Names of files that are new or other than before. */
    readonly written: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
}

/** Writes a capture as one file a table, `<schema>.<table>.json`, and removes the files of tables that it has not. */
export async function writeCapture(directory: string, { tables, ...origin }: Capture): Promise<WrittenCapture> {
    const files = new Map([
        [originFile, origin as unknown],
        ...tables.map((table) => [fileOf(table), table as unknown] as const),
    ]);
    const present = await namesIn(directory);
    const written: string[] = [];
    for (const [name, content] of files) {
        const path = join(directory, name);
        const text = `${layOut(content, "")}\n`;
        if (present.includes(name) && (await readFile(path, "utf8")) === text) continue;
        await writeWholeFile(path, text, "statistics");
        written.push(name);
    }
    const removed = present.filter((name) => !files.has(name));
    for (const name of removed) await rm(join(directory, name));
    return { written: written.toSorted(compareText), removed, unchanged: files.size - written.length };
}

/** `public.tasks.json`; what no file may be called, and a dot in a name, is written as in a URL. */
function fileOf({ figures: { schema, name } }: CapturedTable): string {
    const parts = [schema, name].map((part) =>
        part.replace(/[^\p{L}\p{N}_$ -]/gu, (character) =>
            [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join(""),
        ),
    );
    return `${parts.join(".")}.json`;
}

/**
 * Reads a capture back.
 *
 * @throws a usage error when there is none or a file of it is not as it must be
 */
export async function readCapture(directory: string): Promise<Capture> {
    const names = await namesIn(directory);
    if (!names.includes(originFile)) {
        throw usageError({
            tried: `read the statistics in ${directory}`,
            happened: `there is no ${originFile}`,
            remedy: "capture them: `pgassay stats capture`",
        });
    }
    const origin = await readJson(join(directory, originFile), originSchema);
    const tables = [];
    for (const name of names) {
        if (name !== originFile) tables.push(await readJson(join(directory, name), tableSchema));
    }
    return { ...origin, tables };
}

async function namesIn(directory: string): Promise<string[]> {
    const names = await readdir(directory).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === "ENOENT") return [];
        throw cause;
    });
    return names.filter((name) => name.endsWith(".json")).toSorted(compareText);
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const wrong = (happened: string, cause: unknown): Error =>
        usageError(
            {
                tried: `read the statistics in ${path}`,
                happened,
                remedy: "capture them again: `pgassay stats capture`; they are not edited by hand",
            },
            cause,
        );
    let json: unknown;
    try {
        json = JSON.parse(await readFile(path, "utf8"));
    } catch (cause) {
        throw wrong(messageOf(cause), cause);
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    throw wrong(`it is not as it must be\n${z.prettifyError(parsed.error)}`, parsed.error);
}

/** Most characters of a line that holds a whole object or list. */
const lineLength = 100;

/** JSON with what fits on a line on one, so that a value that moves is a line in a diff. */
function layOut(value: unknown, indentation: string): string {
    const line = JSON.stringify(value);
    if (typeof value !== "object" || value === null || line.length <= lineLength) return line;
    const inner = `${indentation}  `;
    const [open, close, items] = Array.isArray(value)
        ? ["[", "]", value.map((item) => layOut(item, inner))]
        : ["{", "}", Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${layOut(item, inner)}`)];
    return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indentation}${close}`;
}
