import { relative } from "node:path";
import type pg from "pg";
import type { Config } from "../config/config.ts";
import { counted } from "../core/counted.ts";
import { exitCode, usageError } from "../core/errors.ts";
import { underRules } from "../core/finding-policy.ts";
import { exitCodeOf, type Finding } from "../core/finding.ts";
import type { Query } from "../core/query.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { bindCases, lookUpValues } from "../plan/bind-cases.ts";
import { compareModel } from "../plan/compare-model.ts";
import type { ModelComparison } from "../plan/compare-model.ts";
import { modelCases } from "../plan/model-cases.ts";
import { readQueries } from "../plan/read-queries.ts";
import { unstablePlans } from "../plan/unstable-plans.ts";
import type { Stability } from "../plan/unstable-plans.ts";
import { renderFindings, renderVerdict } from "../report/findings.ts";
import { withClient } from "../server/client.ts";
import { withCloneOf } from "../server/with-cluster.ts";
import { readCapture, writeCapture } from "../statistics/capture-files.ts";
import { combineFigures } from "../statistics/capture.ts";
import { checkCapture, findGaps } from "../statistics/check-capture.ts";
import type { TableFigures } from "../statistics/figures.ts";
import { injectFigures } from "../statistics/inject.ts";
import { perturbations } from "../statistics/perturbations.ts";
import type { Scales } from "../statistics/law.ts";
import { readFigures } from "../statistics/read-figures.ts";
import { defineCommand, namedAction, positiveNumber, type Context } from "./command.ts";
import { datasetDigest, datasetName, datasetOptions, loadedRecipe } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { datasetFindings, lookupsOf, withModeller } from "./modelled.ts";
import type { Stale } from "./modelled.ts";
import { configFor, required, rulesOf, serverUrl } from "./settings.ts";

interface Request {
    readonly config: Config;
    readonly context: Context;
    readonly values: {
        readonly scales?: string;
        readonly scale?: string;
        readonly seed?: string;
        readonly json?: true;
        readonly sarif?: string;
        readonly junit?: string;
        readonly "database-url"?: string;
    };
}

const actions: Readonly<Record<string, (request: Request) => Promise<number>>> = { capture, check, compare, perturb };

export const statsCommand = defineCommand("stats", {
    flags: {
        scales: {
            type: "string",
            value: "LOW,HIGH",
            help: "with capture: the two scales whose figures are compared; by default 0.1,1",
        },
        scale: { type: "string", value: "N", help: "with compare, perturb: the size that is modelled; by default 1" },
        seed: { type: "string", value: "N", help: "of the dataset; by default 1" },
        ...findingFlags,
    },
    notes: [
        "capture  load the dataset at two scales, and write the figures of the greater one and how they grow to the",
        "         directory `statistics` of the configuration, one file a table",
        "check    find what the captured statistics lack or have too much for the schema and the queries of today",
        "compare  load the dataset at a scale and compare the plans of all queries with those of the same scale modelled",
        "perturb  find the plans that change when a figure is off by as much as ANALYZE errs, or a day adds",
    ].join("\n"),
    async run(values, operands, context) {
        const action = namedAction("stats", actions, operands);
        return action({ config: await configFor(values, context), context, values });
    },
});

async function capture({ config, context, values }: Request): Promise<number> {
    const directory = required(config, "statistics", "stats capture");
    const scales = readScales(values.scales ?? "0.1,1");
    const { seed } = datasetOptions(values);
    const queries = await queriesOf(config);
    const low = await figuresAt(scales.low, [], { config, context, values });
    const high = await figuresAt(scales.high, queries, { config, context, values });
    const written = await writeCapture(directory, {
        dataset: { name: datasetName(config), seed, digest: await datasetDigest(config, { seed, scale: scales.high }) },
        scales,
        server: high.server,
        values: Object.fromEntries(high.values),
        tables: combineFigures(low.figures, high.figures, scales),
    });
    const shown = relative(context.workingDirectory, directory) || ".";
    const text = `wrote ${counted(written.written.length, "file")} in ${shown}, removed ${written.removed.length}, left ${written.unchanged} as they were`;
    context.print(values.json ? JSON.stringify(written) : text);
    return exitCode.fine;
}

async function check({ config, context, values }: Request): Promise<number> {
    const directory = required(config, "statistics", "stats check");
    const known = await readCapture(directory);
    const lookups = (await queriesOf(config)).flatMap(lookupsOf);
    const recipe = await schemaRecipe(config.migrations);
    const { progress } = context;
    const present = await withCloneOf({ recipe, progress, ...serverUrl(values, context) }, (clone) =>
        readFigures(clone, [config.migrations.migrationsTable]),
    );
    const found = [
        ...checkCapture(known, present, lookups),
        ...(await datasetFindings(config, known)),
        ...findGaps(known),
    ];
    const findings = underRules(found, rulesOf(config), context.now());
    const fine = `the statistics of ${counted(known.tables.length, "table")} are of this schema`;
    const text = renderVerdict(findings, fine, context);
    context.print(values.json ? JSON.stringify(findings) : text);
    await writeFindingFiles({ verb: "stats check", findings, config }, values, context);
    return exitCodeOf(findings);
}

async function compare({ config, context, values }: Request): Promise<number> {
    const options = datasetOptions(values);
    const queries = await readQueries(required(config, "queries", "stats compare"), config.root);
    const plannable = queries.filter(({ kind }) => kind !== "call");
    const recipe = await loadedRecipe(config, options);
    const { progress } = context;
    const server = serverUrl(values, context);
    const result = await withModeller(config, plannable, server, progress, async ({ cases, at }) => {
        const modelled = await at(options.scale, (database) => modelCases(database, cases, options.scale));
        progress.step(`load the dataset at scale ${options.scale}`);
        const loaded = await withCloneOf({ recipe, progress, ...server }, async (clone) => {
            const bound = await withClient(clone, (client) => bindCases(client, plannable));
            return modelCases(clone, bound, options.scale);
        });
        return compareModel(options.scale, cases, modelled, loaded, config.model?.exceptions ?? []);
    });
    const share = (found: ModelComparison): string =>
        `${found.equalQueries} of ${counted(found.queries, "query")} and ${found.equalCases} of ${counted(found.cases, "case")} are planned as modelled`;
    return conclude("stats compare", result, share, { config, context, values });
}

async function perturb({ config, context, values }: Request): Promise<number> {
    const { scale } = datasetOptions(values);
    const queries = await readQueries(required(config, "queries", "stats perturb"), config.root);
    const { progress } = context;
    const result = await withModeller(config, queries, serverUrl(values, context), progress, async (modeller) => {
        const variations = perturbations(modeller.figuresAt(scale)).map(({ figures, ...about }) => ({
            ...about,
            apply: (client: pg.Client) => injectFigures(client, [figures]),
        }));
        progress.step("perturb");
        return modeller.at(scale, (database) => unstablePlans(database, modeller.cases, variations, progress));
    });
    const count = ({ plans, variations }: Stability): string =>
        `${counted(plans, "plan")} under ${counted(variations, "small change")} of what the planner knows`;
    return conclude("stats perturb", result, count, { config, context, values });
}

/** Shows what a model was found to be like, or what makes its statistics stale, and says how that ends. */
async function conclude<Result extends { readonly findings: readonly Finding[] }>(
    verb: string,
    result: Result | Stale,
    summaryOf: (result: Result) => string,
    { config, context, values }: Request,
): Promise<number> {
    const findings = underRules("stale" in result ? result.stale : result.findings, rulesOf(config), context.now());
    const summary = "stale" in result ? "" : summaryOf(result);
    const text = [renderFindings(findings, context), summary].filter((part) => part !== "").join("\n");
    context.print(values.json ? JSON.stringify({ ...result, findings }) : text.trimEnd());
    await writeFindingFiles({ verb, findings, config }, values, context);
    return exitCodeOf(findings);
}

async function queriesOf(config: Config): Promise<Query[]> {
    return config.queries === undefined ? [] : readQueries(config.queries, config.root);
}

/** What the planner knows at one scale, and the values that cases look up there. */
async function figuresAt(
    scale: number,
    queries: readonly Query[],
    { config, context, values }: Request,
): Promise<{ figures: TableFigures[]; values: ReadonlyMap<string, string>; server: number }> {
    const options = { ...datasetOptions(values), scale };
    const recipe = await loadedRecipe(config, options);
    const { progress } = context;
    progress.step(`load the dataset at scale ${scale}`);
    return withCloneOf({ recipe, progress, ...serverUrl(values, context) }, async (clone) => {
        const found = await withClient(clone, async (client) => {
            const { rows } = await client.query<{ server: number }>(
                "select pg_catalog.current_setting('server_version_num')::int / 10000 as server",
            );
            return { values: await lookUpValues(client, queries), server: rows[0]?.server ?? 0 };
        });
        return { ...found, figures: await readFigures(clone, [config.migrations.migrationsTable]) };
    });
}

function readScales(text: string): Scales {
    const [low = NaN, high = NaN, ...more] = text.split(",").map((one) => positiveNumber("scales", one, 0.1));
    if (more.length === 0 && low < high) return { low, high };
    throw usageError({
        tried: "read --scales",
        happened: `"${text}" is not two numbers, the lesser first`,
        remedy: "write it as --scales 0.1,1",
    });
}
