import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { MutationRun } from "../core/mutation-run.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { cacheDirectory } from "../server/cache-directory.ts";
import { nobody, type Killers } from "./order-files.ts";

const shape = z.record(z.string(), z.string());

/** Reads which file killed which mutant the last time, and which survived; nothing when there was no last time. */
export async function readKillers(projectDirectory: string): Promise<Killers> {
    try {
        return new Map(
            Object.entries(shape.parse(JSON.parse(await readFile(await cacheFile(projectDirectory), "utf8")))),
        );
    } catch {
        // It only decides what is tried first: without it, or with half of it, every verdict is the same.
        return new Map();
    }
}

/** Keeps which file killed which mutant, and which mutants survived, for the order of the next run. */
export async function writeKillers(projectDirectory: string, before: Killers, run: MutationRun): Promise<void> {
    const killers = new Map(before);
    for (const { id, verdict } of run.mutants) {
        if (verdict.kind === "killed" && verdict.by.how !== "plan") killers.set(id, verdict.by.file);
        else if (verdict.kind === "survived") killers.set(id, nobody);
        else killers.delete(id);
    }
    const text = JSON.stringify(Object.fromEntries(killers));
    await writeWholeFile(await cacheFile(projectDirectory), text, "the order in which test files are tried");
}

async function cacheFile(projectDirectory: string): Promise<string> {
    const project = createHash("sha256").update(projectDirectory).digest("hex").slice(0, 16);
    return join(await cacheDirectory(), `mutation-${project}.json`);
}
