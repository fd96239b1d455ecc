import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { usageError } from "../core/errors.ts";

/**
 * The text of a file that people write, without a byte order mark. Node.js would read any bytes as UTF-8 and put a
 * character of its own for those that are not, into a string or a row that nobody looks at.
 *
 * @throws a usage error where it is not UTF-8; where it cannot be read at all, what Node.js says
 */
export async function readText(path: string): Promise<string> {
    return textOf(await readFile(path), path);
}

/**
 * As above, of bytes that were read.
 *
 * @param path where they are from
 */
export function textOf(bytes: Buffer, path: string): string {
    if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
    throw usageError({
        tried: `read ${path}`,
        happened: `line ${firstLineOfOther(bytes)} is not UTF-8`,
        remedy: "save the file as UTF-8",
    });
}

/** From 1. */
function firstLineOfOther(bytes: Buffer): number {
    let line = 1;
    for (let start = 0; ; line++) {
        const end = bytes.indexOf("\n", start);
        if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
        start = end + 1;
    }
}
