import type pg from "pg";
import type { Killer } from "../core/mutation-run.ts";
import type { BaselineFile } from "./baseline.ts";
import type { Excerpt } from "./excerpt.ts";
import { runExcerpt, runSuiteFile } from "./run-suite-file.ts";

/** A mutant may slow a statement down, and the machine may be busy; ten times as long is neither. */
const timeoutFactor = 10;
const shortestTimeoutMs = 5_000;

/** Runs files in the client's transaction, which holds one or several mutants, until one fails. */
export async function showFiles(client: pg.Client, files: readonly BaselineFile[]): Promise<Killer | undefined> {
    for (const file of files) {
        const killer = await runSuiteFile(client, file.file, timeoutMs(file));
        if (killer) return killer;
    }
    return undefined;
}

/** Runs excerpts of files in the client's transaction, until one fails. */
export async function showExcerpts(client: pg.Client, excerpts: readonly Excerpt[]): Promise<Killer | undefined> {
    for (const { of, statements } of excerpts) {
        const killer = await runExcerpt(client, of.file, statements, timeoutMs(of));
        if (killer) return killer;
    }
    return undefined;
}

function timeoutMs({ durationMs }: BaselineFile): number {
    return Math.max(shortestTimeoutMs, timeoutFactor * durationMs);
}
