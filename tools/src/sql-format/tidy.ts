import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sqlFiles, type SqlFile } from "./files.ts";
import { formatSql } from "./format-sql.ts";
import { breachesOf } from "./house-rules.ts";

/** What was seen in the SQL files of a repository. */
export interface Tidiness {
    readonly fileCount: number;
    /** What the formatter has to leave alone; nobody's fault. */
    readonly notes: readonly string[];
    /** What has to be corrected. */
    readonly complaints: readonly string[];
}

/** Compares every SQL file below `root` with its formatted form, or formats it, and holds it against the house rules. */
export async function tidySql(root: string, mode: "check" | "write"): Promise<Tidiness> {
    const files = await sqlFiles(root);
    const notes: string[] = [];
    const complaints: string[] = [];
    for (const file of files) {
        try {
            const before = await readFile(join(root, file.path), "utf8");
            const after = file.formatted ? await formattedForm(file, before, notes) : before;
            if (before !== after && mode === "check")
                complaints.push(`${file.path}: not formatted; npm run format does it`);
            if (before !== after && mode === "write") await replace(join(root, file.path), after);
            const breaches = await breachesOf(mode === "write" ? after : before, file.formatted);
            complaints.push(...breaches.map(({ line, message }) => `${file.path}:${line}: ${message}`));
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            complaints.push(`${file.path}: PostgreSQL would refuse it: ${reason}`);
        }
    }
    return { fileCount: files.length, notes, complaints };
}

/** The formatted text, or the text as it is where the formatter would spoil it. */
async function formattedForm({ path }: SqlFile, sql: string, notes: string[]): Promise<string> {
    const outcome = await formatSql(sql);
    if (outcome.state === "refused") {
        notes.push(`${path}: left as it is: ${outcome.reason}`);
        return sql;
    }
    notes.push(...outcome.keptLines.map((line) => `${path}:${line}: left as it is: the formatter does not know it`));
    return outcome.text;
}

async function replace(path: string, text: string): Promise<void> {
    const unfinished = `${path}.formatting`;
    await writeFile(unfinished, text);
    await rename(unfinished, path);
}
