import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { Comparison, Side } from "../core/comparison.ts";
import { comparisonRecord } from "../core/comparison-record.ts";
import { usageError } from "../core/errors.ts";
import { exitCodeOf } from "../core/finding.ts";
import type { Query } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";
import type { DatasetOptions } from "../data/dataset.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { compareRecords } from "../measure/compare/compare-records.ts";
import { compareSides, type BuiltSide } from "../measure/compare/compare-sides.ts";
import { onSide } from "../measure/compare/on-side.ts";
import { ruledFindingsOf } from "../measure/compare/ruled-findings.ts";
import { defaultSessionSize } from "../measure/time-session.ts";
import { readRun } from "../measure/run-record-file.ts";
import { readQueries } from "../plan/read-queries.ts";
import { comparisonMarkdown } from "../report/comparison-markdown.ts";
import { renderComparison } from "../report/comparison.ts";
import type { Recipe } from "../server/cluster.ts";
import { withCluster } from "../server/with-cluster.ts";
import { defineCommand, type Context } from "./command.ts";
import { datasetFlags, datasetOptions, loadedRecipe } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, required, rulesOf, serverUrl } from "./settings.ts";

/** Sessions of each side: enough for the rank test to see a change of a tenth through what sessions differ by. */
const turns = 20;

export const compareCommand = defineCommand("compare", {
    flags: {
        ...datasetFlags,
        ...findingFlags,
        markdown: { type: "string", value: "FILE", help: "also write the result as a comment for a pull request" },
        "no-time": { type: "boolean", help: "compare plans and counts only, which takes seconds" },
    },
    without: ["config"],
    notes:
        "BASE and HEAD are directories, each with a pgassay.config.ts of its own; HEAD is by default this one. Both are\n" +
        "built on one server, and sessions of both take turns; `policy` and `waivers` are those of HEAD. Two run records\n" +
        "(files) compare by plans and counts.",
    projectOf: ({ side }, [base = ".", head = "."], context) => configIn(side === "base" ? base : head, context),
    async run(values, operands, context) {
        const [base, head, ...rest] = operands;
        if (base === undefined || rest.length > 0) {
            throw usageError({
                tried: "compare two sides",
                happened: base === undefined ? "none was named" : "more than two were named",
                remedy: "name the directory of the base, or two run records, after `pgassay compare`",
            });
        }
        const areFiles = await isFile(base, context);
        const comparison = areFiles
            ? await compareFiles(base, head, context)
            : await compareCheckouts(base, head ?? ".", values, context);
        const config = areFiles ? undefined : await configIn(head ?? ".", context);
        const findings = ruledFindingsOf(comparison, rulesOf(config ?? {}), context.now());
        context.print(
            values.json
                ? JSON.stringify(comparisonRecord(comparison, findings))
                : renderComparison(comparison, findings, context),
        );
        const looked = comparison.cases.map(subjectOf);
        await writeFindingFiles({ verb: "compare", findings, looked, config }, values, context);
        if (values.markdown !== undefined) {
            const file = resolve(context.workingDirectory, values.markdown);
            await writeWholeFile(file, comparisonMarkdown(comparison, findings), "the comment");
        }
        return exitCodeOf(findings);
    },
});

async function isFile(name: string, { workingDirectory }: Context): Promise<boolean> {
    const found = await stat(resolve(workingDirectory, name)).catch((cause: unknown) => {
        throw usageError(
            {
                tried: `compare with ${name}`,
                happened: "there is no such directory or file",
                remedy: "name a checkout with a pgassay.config.ts, or a run record",
            },
            cause,
        );
    });
    return found.isFile();
}

async function compareFiles(base: string, head: string | undefined, context: Context): Promise<Comparison> {
    if (head === undefined) {
        throw usageError({
            tried: `compare the run record ${base}`,
            happened: "there is no second one to compare it with",
            remedy: "name the record of the later run after it",
        });
    }
    const [before, now] = [base, head].map((name) => resolve(context.workingDirectory, name));
    return compareRecords(await readRun(before ?? base), await readRun(now ?? head), { base, head });
}

interface Values {
    readonly scale?: string;
    readonly seed?: string;
    readonly "no-time"?: true;
    readonly "database-url"?: string;
}

/** A state of a project, before it is built. */
interface Checkout {
    readonly name: string;
    readonly recipe: Recipe;
    readonly queries: readonly Query[];
}

async function compareCheckouts(base: string, head: string, values: Values, context: Context): Promise<Comparison> {
    const options = datasetOptions(values);
    const before = await onSide("base", base, () => checkout(base, options, context));
    const now = await onSide("head", head, () => checkout(head, options, context));
    const { progress } = context;
    const time = values["no-time"] ? undefined : { turns, session: defaultSessionSize };
    return withCluster({ ...serverUrl(values, context), recipe: now.recipe, progress }, async (cluster) => {
        const built = async (side: Side, { name, recipe, queries }: Checkout): Promise<BuiltSide> => {
            const template = await onSide(side, name, () => cluster.ensureTemplate(recipe, progress));
            return { name, queries, template };
        };
        const sides = { base: await built("base", before), head: await built("head", now) };
        return compareSides(cluster, sides, time, progress);
    });
}

async function configIn(directory: string, context: Context): Promise<Config> {
    return configFor({}, { ...context, workingDirectory: resolve(context.workingDirectory, directory) });
}

async function checkout(directory: string, options: DatasetOptions, context: Context): Promise<Checkout> {
    const config = await configIn(directory, context);
    return {
        name: directory,
        recipe: await loadedRecipe(config, options),
        queries: await readQueries(required(config, "queries", "compare"), config.root),
    };
}
