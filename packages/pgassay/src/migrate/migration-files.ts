import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, usageError } from "../core/errors.ts";
import { compareText } from "../core/finding.ts";
import type { Finding } from "../core/finding.ts";
import { sectionDirectives } from "../core/migration-file.ts";
import type { MigrationFile } from "../core/migration-file.ts";
import { textOf } from "../files/read-text.ts";

/**
 * The migrations of a directory in the order in which dbmate applies them, which is that of their names.
 *
 * @throws a usage error when the directory cannot be read or holds no migration
 */
export async function readMigrationFiles(directory: string): Promise<MigrationFile[]> {
    const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
        throw usageError(
            {
                tried: `read the migrations in ${directory}`,
                happened: messageOf(cause),
                remedy: "name the directory that holds the dbmate migrations",
            },
            cause,
        );
    });
    const files: MigrationFile[] = [];
    for (const { name } of entries
        .filter((entry) => !entry.isDirectory())
        .toSorted((a, b) => compareText(a.name, b.name))) {
        const version = /^(\d+).*\.sql$/.exec(name)?.[1];
        if (version !== undefined) files.push({ name, version, text: await migrationText(join(directory, name)) });
    }
    if (files.length > 0) return files;
    throw usageError({
        tried: `read the migrations in ${directory}`,
        happened: "no file there is named like a migration, with a version and .sql: 20260101000001_initial_schema.sql",
        remedy: "name the directory that holds the dbmate migrations, or write the first one",
    });
}

async function migrationText(path: string): Promise<string> {
    const bytes = await readFile(path);
    if (bytes.toString("latin1", 0, 3) !== "\u00ef\u00bb\u00bf") return textOf(bytes, path);
    throw usageError({
        tried: `read the migration ${path}`,
        happened: 'it begins with a byte order mark, and dbmate looks for "-- migrate:up" at the beginning of a line',
        remedy: "save the file as UTF-8 without a byte order mark",
    });
}

/** What dbmate 2.36 would get wrong without a word. The files must be in the order of `readMigrationFiles`. */
export function checkMigrationFiles(files: readonly MigrationFile[]): Finding[] {
    return [
        ...files.flatMap(severalSections),
        ...files.flatMap(ignoredOption),
        ...repeatedVersions(files),
        ...misplaced(files),
    ];
}

/** dbmate records the version after the first of several pairs, so the rest never runs, now or later. */
function severalSections(file: MigrationFile): Finding[] {
    const count = sectionDirectives(file, "up").length;
    if (count < 2) return [];
    return [
        {
            code: "migration-several-sections",
            severity: "error",
            subject: file.name,
            message: `has ${count} "migrate:up" sections, of which dbmate runs one: give each a file of its own`,
        },
    ];
}

/** Only the exact text `transaction:false` takes a section out of its transaction; anything like it is skipped. */
function ignoredOption(file: MigrationFile): Finding[] {
    const lines = [...sectionDirectives(file, "up"), ...sectionDirectives(file, "down")];
    const wanting =
        /transaction\s*[:=]|\b(?:no|without)[\s_-]*transaction\b|\btransaction[\s_-]*(?:false|off|no|none)\b/i;
    const understood = /(?<=\s)transaction:(?:false|true)(?=\s|$)/;
    return lines
        .filter((line) => wanting.test(line) && !understood.test(line))
        .map((line) => ({
            code: "migration-option-ignored",
            severity: "error",
            subject: file.name,
            message: `dbmate ignores the option in "${line}": it must read transaction:false, with nothing in between`,
        }));
}

/** dbmate takes the second file of a version for applied as soon as the first is. */
function repeatedVersions(files: readonly MigrationFile[]): Finding[] {
    const firstOf = new Map<string, MigrationFile>();
    return files.flatMap((file): Finding[] => {
        const first = firstOf.get(file.version);
        if (first === undefined) {
            firstOf.set(file.version, file);
            return [];
        }
        return [
            {
                code: "migration-version-repeated",
                severity: "error",
                subject: file.name,
                message: `has the version of ${first.name}, so only one of them would ever run: give it a version of its own`,
            },
        ];
    });
}

/** dbmate compares names as text, so that 20260101000001 comes before 999 and 10 before 9. */
function misplaced(files: readonly MigrationFile[]): Finding[] {
    return files.flatMap((file, index): Finding[] => {
        const previous = files[index - 1];
        if (previous === undefined || BigInt(previous.version) <= BigInt(file.version)) return [];
        return [
            {
                code: "migration-order-misleading",
                severity: "error",
                subject: file.name,
                message: `would run after ${previous.name}, because dbmate compares versions as text: write all with equally many digits`,
            },
        ];
    });
}
