import { relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { counted } from "../core/counted.ts";
import { usageError } from "../core/errors.ts";

/** A test file: how it is named to people, and where it is. */
export interface TestFile {
    readonly name: string;
    readonly path: string;
}

/** The folder of the tests directory that holds set-up files instead of tests. */
export const setupFolder = "setup";

/** Which test files are meant. */
export interface TestSelection {
    /** Files or directories; none means all. */
    readonly operands?: readonly string[];
    /** What operands are relative to; by default the directory of the tests. */
    readonly workingDirectory?: string;
    /** What the name of a file has to match; by default every name does. */
    readonly name?: RegExp;
}

/**
 * The pgTAP files of a project in the order of their paths.
 *
 * @param directory holds them, at any depth
 * @param root what names are relative to
 * @throws a usage error when there are no files, or an operand or the name matches none
 */
export async function findTestFiles(directory: string, selection: TestSelection, root: string): Promise<TestFile[]> {
    const { operands = [], workingDirectory = directory, name: pattern } = selection;
    const paths = await testPaths(directory);
    const chosen = operands.map((operand) => {
        const matches = paths.filter((candidate) => isWithin(resolve(workingDirectory, operand), candidate));
        if (matches.length > 0) return matches;
        throw usageError({
            tried: `find the tests in ${operand}`,
            happened: `there is no test file there; tests are .sql files below ${relative(workingDirectory, directory) || "."}`,
            remedy: "name a file or a directory of tests, or nothing to run them all",
        });
    });
    const kept = operands.length === 0 ? paths : [...new Set(chosen.flat())];
    if (kept.length === 0) {
        throw usageError({
            tried: `find the tests in ${directory}`,
            happened: "there is no .sql file in it",
            remedy: "write a first test there, or correct `tests` in the configuration",
        });
    }
    const files = named(kept, root);
    const matching = pattern ? files.filter(({ name }) => pattern.test(name)) : files;
    if (matching.length > 0) return matching;
    throw usageError({
        tried: `find the tests whose file is named like ${String(pattern)}`,
        happened: `none of ${counted(files.length, "file")} is; the first is ${files[0]?.name}`,
        remedy: "correct --name, or leave it out to run them all",
    });
}

/** All pgTAP files of a project, like `findTestFiles`; none where there are none. */
export async function allTestFiles(directory: string, root: string): Promise<TestFile[]> {
    return named(await testPaths(directory), root);
}

function testPaths(directory: string): Promise<string[]> {
    return glob("**/*.sql", { cwd: directory, ignore: [`${setupFolder}/**`], absolute: true });
}

function named(paths: readonly string[], root: string): TestFile[] {
    return paths.toSorted().map((path) => ({ path, name: relative(root, path) }));
}

/** Whether a path is another one or lies below it. */
export function isWithin(outer: string, path: string): boolean {
    return path === outer || path.startsWith(`${outer}${sep}`);
}
