import { join, resolve } from "node:path";
import { exitCode, usageError } from "../core/errors.ts";
import { filePassed, totalsOf } from "../core/test-result.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { findTestFiles, setupFolder } from "../pgtap/find-test-files.ts";
import { runPgProve } from "../pgtap/pg-prove.ts";
import { runFiles } from "../pgtap/run-files.ts";
import { testRecipe } from "../pgtap/test-recipe.ts";
import { renderJunit } from "../report/junit.ts";
import { renderTests } from "../report/tests.ts";
import { withCluster } from "../server/with-cluster.ts";
import { defineCommand } from "./command.ts";
import { configFor, required, serverUrl } from "./settings.ts";

const runners = ["tap", "pg_prove"] as const;

export const testCommand = defineCommand({
    name: "test",
    summary: "run the pgTAP files, each in a database of its own",
    operands: "[files or directories]",
    flags: {
        junit: { type: "string", value: "FILE", help: "also write the results as JUnit XML" },
        runner: { type: "string", value: "NAME", help: `${runners.join(" or ")}; by default ${runners[0]}` },
    },
    notes: "Runner tap is our own: files side by side, each in its own clone. pg_prove is the real one, from PATH.",
    async run(values, operands, context) {
        const runner = runnerNamed(values.runner);
        const config = await configFor(values, context);
        const directory = required(config, "tests", "test");
        const files = await findTestFiles(directory, operands, context.workingDirectory, config.root);
        const recipe = await testRecipe(await schemaRecipe(config.migrations), join(directory, setupFolder));
        const results = await withCluster(
            { ...serverUrl(values, context), recipe, progress: context.progress },
            async (cluster) => {
                const template = await cluster.ensureTemplate(recipe, context.progress);
                context.progress.step(`run ${files.length} test files`);
                return runner === "tap"
                    ? runFiles(cluster, template, files, context.progress)
                    : runPgProve(cluster, template, files);
            },
        );
        if (values.junit !== undefined) {
            await writeWholeFile(
                resolve(context.workingDirectory, values.junit),
                renderJunit(results),
                "the JUnit report",
            );
        }
        context.print(
            values.json ? JSON.stringify({ totals: totalsOf(results), files: results }) : renderTests(results, context),
        );
        return results.every(filePassed) ? exitCode.fine : exitCode.findings;
    },
});

function runnerNamed(name: string | undefined): (typeof runners)[number] {
    const runner = name === undefined ? runners[0] : runners.find((known) => known === name);
    if (runner) return runner;
    throw usageError({
        tried: "choose the test runner",
        happened: `"${name}" is none of ${runners.join(", ")}`,
        remedy: "name one of them after --runner, or leave it out",
    });
}
