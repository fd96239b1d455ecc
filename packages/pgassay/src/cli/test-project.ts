import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { findTestFiles, isWithin, setupFolder, type TestSelection } from "../pgtap/find-test-files.ts";
import type { TestFile } from "../pgtap/find-test-files.ts";
import { testRecipe } from "../pgtap/test-recipe.ts";
import type { Recipe } from "../server/cluster.ts";

/** What `pgassay test` works on; files and recipe are read anew each time, for they change while it watches. */
export interface TestProject {
    /** What the names of files are relative to. */
    readonly root: string;
    /** The directory of the tests. */
    readonly tests: string;
    /** Directories in which something can change a verdict. */
    readonly sources: readonly string[];
    /** The files that are meant; a usage error when there are none. */
    files(): Promise<TestFile[]>;
    /** The template they run on. */
    recipe(): Promise<Recipe>;
    /** Whether the template depends on a path. */
    isPartOfRecipe(path: string): boolean;
}

export function testProject(config: Config, tests: string, selection: TestSelection): TestProject {
    const setup = join(tests, setupFolder);
    const { migrationsDir } = config.migrations;
    return {
        root: config.root,
        tests,
        sources: [tests, migrationsDir],
        files: () => findTestFiles(tests, selection, config.root),
        recipe: async () => testRecipe(await schemaRecipe(config.migrations), setup),
        isPartOfRecipe: (path) => isWithin(setup, path) || isWithin(migrationsDir, path),
    };
}
