import { createHash } from "node:crypto";
import type { Config } from "../config/config.ts";
import type { Finding } from "../core/finding.ts";
import type { ModelledCase, ModelledPlan } from "../core/modelled-plan.ts";
import type { Progress } from "../core/progress.ts";
import type { BoundCase, Query } from "../core/query.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { bindValues } from "../plan/bind-cases.ts";
import { modelCases } from "../plan/model-cases.ts";
import type { Cluster, Database, Recipe } from "../server/cluster.ts";
import { withCluster } from "../server/with-cluster.ts";
import { readCapture } from "../statistics/capture-files.ts";
import type { Capture } from "../statistics/capture.ts";
import { checkCapture, checkCapturedDataset, findGaps } from "../statistics/check-capture.ts";
import { qualifiedName, type TableFigures } from "../statistics/figures.ts";
import { findOutgrown } from "../statistics/find-outgrown.ts";
import { withGrowthRules } from "../statistics/growth-rules.ts";
import { emptiedRecipe, ownDataDirectory, withModelledDatabase } from "../statistics/modelled-database.ts";
import { readFigures } from "../statistics/read-figures.ts";
import { scaleFigures, type CapturedTable } from "../statistics/scale-figures.ts";
import { datasetDigest, datasetName } from "./dataset.ts";
import { required } from "./settings.ts";

/** A cluster on which any size of the captured dataset can be modelled. */
export interface Modeller {
    /** All that can be planned: of a call there is no plan, only of the statements that it makes of its arguments. */
    readonly cases: readonly BoundCase[];
    /** What the planner knows at a scale. */
    readonly figuresAt: (scale: number) => readonly TableFigures[];
    /** A digest of what was captured of each table, and of how it grows, by its name. */
    readonly digests: ReadonlyMap<string, string>;
    /** `server_version`: `18.4`. */
    readonly serverVersion: string;
    /** Of the dataset that was captured. */
    readonly seed: number;
    /** What speaks against the captured statistics, and does not forbid their use. */
    readonly findings: readonly Finding[];
    /** What the schema has no room for at some of these scales. */
    readonly outgrownAt: (scales: readonly number[]) => readonly Finding[];
    /** Hands the database of a scale to `use`. */
    readonly at: <T>(scale: number, use: (database: Database) => Promise<T>) => Promise<T>;
}

/** What the captured statistics lack for these queries, so that nothing can be modelled. */
export interface Stale {
    readonly stale: readonly Finding[];
}

/**
 * Reads the captured statistics, starts a server and hands what models sizes to `use`; or tells why the statistics are
 * of no use.
 */
export async function withModeller<T>(
    config: Config,
    queries: readonly Query[],
    server: { readonly url?: string },
    progress: Progress,
    use: (modeller: Modeller) => Promise<T>,
): Promise<T | Stale> {
    const capture = await readCapture(required(config, "statistics", "plan --modelled"));
    const tables = withGrowthRules(capture.tables, config.growth ?? {});
    const asked = new Set(Object.values(capture.values));
    const schema = await schemaRecipe(config.migrations);
    const plannable = queries.filter(({ kind }) => kind !== "call");
    const findings = [...(await datasetFindings(config, capture)), ...findGaps(capture)];
    return withCluster({ ...server, recipe: emptiedRecipe(schema), progress }, async (cluster) => {
        // Before anything is made on a server on which nothing can be modelled.
        ownDataDirectory(cluster);
        const stale = await staleness(config, capture, plannable, cluster, schema, progress);
        if (stale.length > 0) return { stale };
        const figuresAt = (scale: number): readonly TableFigures[] =>
            scaleFigures(tables, scale / capture.scales.high, asked);
        return use({
            cases: bindValues(plannable, new Map(Object.entries(capture.values))),
            figuresAt,
            digests: new Map(tables.map((table) => [qualifiedName(table.figures), digestOf(table)])),
            serverVersion: cluster.serverVersion,
            seed: capture.dataset.seed,
            findings,
            outgrownAt: (scales) => findOutgrown(tables, capture.scales.high, scales),
            at: (scale, inDatabase) => withModelledDatabase(cluster, schema, figuresAt(scale), progress, inDatabase),
        });
    });
}

/** Whether the captured statistics are of the rows that the dataset of the configuration has now. */
export async function datasetFindings(config: Config, capture: Capture): Promise<Finding[]> {
    const digest = await datasetDigest(config, { scale: capture.scales.high, seed: capture.dataset.seed });
    return checkCapturedDataset(capture, { name: datasetName(config), digest });
}

async function staleness(
    config: Config,
    capture: Capture,
    queries: readonly Query[],
    cluster: Cluster,
    schema: Recipe,
    progress: Progress,
): Promise<Finding[]> {
    const template = await cluster.ensureTemplate(emptiedRecipe(schema), progress);
    const present = await cluster.withClone(template, (clone) =>
        readFigures(clone, [config.migrations.migrationsTable]),
    );
    return checkCapture(capture, present, queries.flatMap(lookupsOf));
}

/** The names of the values that the cases of a query look up. */
export function lookupsOf({ cases }: Query): string[] {
    return cases.flatMap((one) => one.arguments.flatMap((given) => (given.kind === "lookup" ? [given.name] : [])));
}

/** Of what the planner is told, and of how it grows; what is declared only says whether that is of this schema. */
function digestOf({ figures: { declared: _declared, ...figures }, growth }: CapturedTable): string {
    return createHash("sha256").update(JSON.stringify({ figures, growth })).digest("hex").slice(0, 8);
}

/**
 * Plans every case at every scale.
 *
 * @param look is shown the plans of each scale while their database is there
 */
export async function planModelled(
    { cases, at }: Modeller,
    scales: readonly number[],
    progress: Progress,
    look?: (database: Database, plans: readonly ModelledPlan[]) => Promise<void>,
): Promise<ModelledCase[]> {
    progress.step("plan at modelled scales");
    const byScale: ModelledPlan[][] = [];
    for (const scale of scales) {
        byScale.push(
            await at(scale, async (database) => {
                const plans = await modelCases(database, cases, scale);
                await look?.(database, plans);
                return plans;
            }),
        );
        progress.advance(byScale.length, scales.length, "scale");
    }
    return cases.map(({ query, case: one }, i) => ({
        query: query.id,
        case: one.name,
        plans: byScale.flatMap((plans) => plans[i] ?? []),
    }));
}
