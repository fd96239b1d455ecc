import { relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { usageError } from "../core/errors.ts";
import type { TestFile } from "./run-files.ts";

/** The folder of the tests directory that holds set-up files instead of tests. */
export const setupFolder = "setup";

/**
 * The pgTAP files of a project in the order of their paths.
 *
 * @param directory holds them, at any depth
 * @param wanted files or directories to keep to, relative to `workingDirectory`; none means all
 * @param root what names are relative to
 * @throws a usage error when there are no files, or something wanted matches none
 */
export async function findTestFiles(
    directory: string,
    wanted: readonly string[],
    workingDirectory: string,
    root: string,
): Promise<TestFile[]> {
    const paths = await glob("**/*.sql", { cwd: directory, ignore: [`${setupFolder}/**`], absolute: true });
    const chosen = wanted.map((operand) => {
        const path = resolve(workingDirectory, operand);
        const matches = paths.filter((candidate) => candidate === path || candidate.startsWith(`${path}${sep}`));
        if (matches.length > 0) return matches;
        throw usageError({
            tried: `find the tests in ${operand}`,
            happened: `there is no test file there; tests are .sql files below ${relative(workingDirectory, directory) || "."}`,
            remedy: "name a file or a directory of tests, or nothing to run them all",
        });
    });
    const kept = wanted.length === 0 ? paths : [...new Set(chosen.flat())];
    if (kept.length === 0) {
        throw usageError({
            tried: `find the tests in ${directory}`,
            happened: "there is no .sql file in it",
            remedy: "write a first test there, or correct `tests` in the configuration",
        });
    }
    return kept.sort().map((path) => ({ path, name: relative(root, path) }));
}
