import type pg from "pg";
import type { Killer } from "../core/mutation-run.ts";
import type { BaselineFile } from "./baseline.ts";
import { runSuiteFile } from "./run-suite-file.ts";

/** A mutant may slow a statement down, and the machine may be busy; ten times as long is neither. */
const timeoutFactor = 10;
const shortestTimeoutMs = 5_000;

/** Runs files in the client's transaction, which holds one or several mutants, until one fails. */
export async function showFiles(client: pg.Client, files: readonly BaselineFile[]): Promise<Killer | undefined> {
    for (const { file, durationMs } of files) {
        const timeoutMs = Math.max(shortestTimeoutMs, timeoutFactor * durationMs);
        const killer = await runSuiteFile(client, file, timeoutMs);
        if (killer) return killer;
    }
    return undefined;
}
