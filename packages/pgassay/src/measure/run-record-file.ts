import { readFile } from "node:fs/promises";
import path from "node:path";
import { messageOf, usageError } from "../core/errors.ts";
import { parseRunRecord } from "../core/run-record.ts";
import type { RunRecord } from "../core/run-record.ts";
import type { StressRecord } from "../core/stress-record.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";

/**
 * Writes the record of a run below a directory, which is made if it is not there. The file appears whole or not at all, and
 * its name begins with the start of the run in UTC, so that names in order are runs in order:
 * `20261122T154015123Z-bench.json`.
 *
 * @returns the path of the file
 * @throws an environment error when it cannot be written
 */
export async function writeRun(directory: string, record: RunRecord | StressRecord): Promise<string> {
    const file = path.join(directory, `${record.startedAt.replace(/[-:.]/g, "")}-${record.verb}.json`);
    await writeWholeFile(file, `${JSON.stringify(record)}\n`, "the run record");
    return file;
}

/**
 * Reads a run record back.
 *
 * @throws a usage error when there is no such file or it is no run record that this version understands
 */
export async function readRun(file: string): Promise<RunRecord> {
    return parseRunRecord(await readText(file), file);
}

async function readText(file: string): Promise<string> {
    try {
        return await readFile(file, "utf8");
    } catch (cause) {
        const remedy = "name a file that `pgassay plan` or `pgassay bench` wrote";
        throw usageError({ tried: `read the run record ${file}`, happened: messageOf(cause), remedy }, cause);
    }
}
