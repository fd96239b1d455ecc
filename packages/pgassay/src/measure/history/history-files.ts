import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { messageOf, usageError } from "../../core/errors.ts";
import { compareText } from "../../core/finding.ts";
import { historyText, parseHistory, type HistoryRun } from "../../core/history.ts";
import { writeWholeFile } from "../../files/write-whole-file.ts";

/** Names in order are runs in order; the last part keeps two runs of one instant apart. */
const nameOfRun = /^\d{8}T\d{9}Z-[0-9a-f]{8}\.jsonl$/;

/**
 * Adds a run to the history: a file of its own, which appears whole or not at all. Runs that end at the same time do not
 * meet.
 *
 * @returns the path of the file
 * @throws an environment error when it cannot be written
 */
export async function appendHistory(directory: string, run: HistoryRun): Promise<string> {
    const start = run.head.startedAt.replace(/[-:.]/g, "");
    const file = path.join(directory, `${start}-${randomBytes(4).toString("hex")}.jsonl`);
    await writeWholeFile(file, historyText(run), "the run of the history");
    return file;
}

/**
 * Reads the latest runs of a history, the earliest of them first. A directory that is not there has none.
 *
 * @param most how many runs are read, however many there are
 * @throws a usage error that names the line of a file that is not as it must be
 */
export async function readHistory(directory: string, most: number): Promise<HistoryRun[]> {
    const names = await namesIn(directory);
    const latest = names
        .filter((name) => nameOfRun.test(name))
        .toSorted(compareText)
        .slice(-most);
    return Promise.all(
        latest.map(async (name) => {
            const file = path.join(directory, name);
            return parseHistory(await readFile(file, "utf8"), file);
        }),
    );
}

async function namesIn(directory: string): Promise<string[]> {
    try {
        return await readdir(directory);
    } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
        const remedy = "name a directory as `history` in the configuration";
        throw usageError({ tried: `read the history in ${directory}`, happened: messageOf(cause), remedy }, cause);
    }
}
