import { counted } from "../core/counted.ts";
import { messageOf, usageError } from "../core/errors.ts";
import { dockerCommand } from "../pgtap/docker.ts";
import { localCommand, runPgProve, type ProveCommand } from "../pgtap/pg-prove.ts";
import { runFilesIn } from "../pgtap/run-files.ts";
import { failedFiles } from "../pgtap/failed-files.ts";
import type { TestFile } from "../pgtap/find-test-files.ts";
import { withCluster } from "../server/with-cluster.ts";
import { defineCommand } from "./command.ts";
import { configFor, required, serverUrl } from "./settings.ts";
import { KeptClones } from "./kept-clones.ts";
import { testProject } from "./test-project.ts";
import { testReporter } from "./test-report.ts";
import { watchTests } from "./watch-tests.ts";

const runners = ["tap", "pg_prove", "docker"] as const;

export const testCommand = defineCommand("test", {
    flags: {
        watch: { type: "boolean", help: "stay, and run again what a changed file concerns, until Ctrl-C" },
        failed: { type: "boolean", help: "only the files that failed when they last ran; all if none did" },
        name: { type: "string", value: "REGEX", help: "only the files whose name, as printed, matches" },
        bail: { type: "boolean", help: "begin no further file once one has failed" },
        keep: { type: "boolean", help: "keep the databases of failed files, and print how to reach them" },
        junit: { type: "string", value: "FILE", help: "also write the results as JUnit XML" },
        runner: { type: "string", value: "NAME", help: `one of ${runners.join(", ")}; by default ${runners[0]}` },
    },
    notes: [
        "Runner tap is our own: files side by side, each in a clone that no other file has changed. pg_prove is the real",
        "one, from PATH; docker has it in a container, next to the server that the others use too.",
        "With --keep our own server stays until Ctrl-C; a server behind a URL has the databases until its next run.",
        "--watch keeps them too, each until its file runs again. After either, Ctrl-C ends with what the last run came to.",
    ].join("\n"),
    async run(values, operands, context) {
        const runner = runnerNamed(values.runner);
        if (runner !== "tap") refuse(values, ["watch", "bail", "keep"], runner);
        const config = await configFor(values, context);
        const selection = {
            operands,
            workingDirectory: context.workingDirectory,
            ...(values.name !== undefined && { name: pattern(values.name) }),
        };
        const project = testProject(config, required(config, "tests", "test"), selection);
        const report = testReporter(project, values, context);
        const server = serverUrl(values, context);
        const files = values.failed ? await lastFailed(project.tests, await project.files()) : await project.files();

        if (values.watch) return watchTests(project, files, { server, report, bail: values.bail === true }, context);
        const prove = await proveCommand(runner);
        const recipe = await project.recipe();
        const { progress } = context;
        return withCluster({ ...server, recipe, progress }, async (cluster) => {
            const template = await cluster.ensureTemplate(recipe, progress);
            progress.step(`run ${counted(files.length, "test file")}`);
            if (prove) return report(await runPgProve(cluster, template, files, prove), files.length);
            const kept = new KeptClones(cluster, server.url);
            const options = { progress, bail: values.bail === true, ...(values.keep && { keep: kept.keep }) };
            const results = await cluster.withClones(template, (clones) => runFilesIn(clones, files, options));
            const code = await report(results, files.length);
            if (kept.size > 0) await kept.stay(context.note);
            return code;
        });
    },
});

/** The files that failed when they last ran, or all of them where none did. */
async function lastFailed(tests: string, files: readonly TestFile[]): Promise<readonly TestFile[]> {
    const names = await failedFiles(tests);
    const failed = files.filter(({ name }) => names.has(name));
    return failed.length > 0 ? failed : files;
}

function pattern(text: string): RegExp {
    try {
        return new RegExp(text, "u");
    } catch (cause) {
        throw usageError(
            { tried: "read --name", happened: messageOf(cause), remedy: "write a regular expression of JavaScript" },
            cause,
        );
    }
}

/** pg_prove runs all files in one database, to the end. */
function refuse(values: Readonly<Record<string, unknown>>, flags: readonly string[], runner: string): void {
    const flag = flags.find((name) => values[name] !== undefined);
    if (flag === undefined) return;
    throw usageError({
        tried: `run the tests with ${runner}`,
        happened: `it knows no --${flag}`,
        remedy: `leave out --${flag}, or use our own runner`,
    });
}

/** How pg_prove is started, where the runner is not our own. */
async function proveCommand(runner: (typeof runners)[number]): Promise<ProveCommand | undefined> {
    if (runner === "tap") return undefined;
    return runner === "docker" ? dockerCommand() : localCommand();
}

function runnerNamed(name: string | undefined): (typeof runners)[number] {
    const runner = name === undefined ? runners[0] : runners.find((known) => known === name);
    if (runner) return runner;
    throw usageError({
        tried: "choose the test runner",
        happened: `"${name}" is none of ${runners.join(", ")}`,
        remedy: "name one of them after --runner, or leave it out",
    });
}
