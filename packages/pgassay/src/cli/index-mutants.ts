import type { Config } from "../config/config.ts";
import { underRules } from "../core/finding-policy.ts";
import type { Verdict } from "../core/mutation-run.ts";
import { silent } from "../core/progress.ts";
import { applyCatalogRule, catalogRules } from "../lint/catalog-rules.ts";
import { judgeByPlans } from "../mutate/judge-by-plans.ts";
import type { PlanOracle } from "../mutate/judge-by-plans.ts";
import type { Mutant } from "../mutate/mutant.ts";
import { assayPlans } from "../plan/assay.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { withGoldenBudgets } from "../plan/golden/derived-budget.ts";
import { readGoldens } from "../plan/golden/golden-files.ts";
import { readQueries } from "../plan/read-queries.ts";
import { withClient } from "../server/client.ts";
import { withCluster } from "../server/with-cluster.ts";
import type { Context } from "./command.ts";
import { datasetName, datasetOptions, loadedRecipe } from "./dataset.ts";
import { goldensOf } from "./run-queries.ts";
import { serverUrl } from "./settings.ts";

/** What plans said of mutants, by their ids, and how long it took once the rows were there. */
export interface JudgedIndexes {
    readonly verdicts: ReadonlyMap<string, Verdict>;
    readonly durationMs: number;
}

/**
 * Judges mutants that only plans can notice, on the dataset that `pgassay plan` uses; none where the project has no
 * queries.
 */
export async function judgeIndexMutants(
    config: Config,
    values: { readonly "database-url"?: string },
    mutants: readonly Mutant[],
    context: Context,
): Promise<JudgedIndexes> {
    if (config.queries === undefined || mutants.length === 0) return { verdicts: new Map(), durationMs: 0 };
    const options = datasetOptions({});
    const known = await readQueries(config.queries, config.root);
    const goldens = config.goldens === undefined ? new Map() : await readGoldens(config.goldens);
    const recipe = await loadedRecipe(config, options);
    const rules = (await catalogRules()).filter(({ code }) => code === "foreign-key-without-index");
    const unserved: PlanOracle["unserved"] = async (client) => {
        const found = await Promise.all(
            rules.map((rule) => applyCatalogRule(client, rule, [config.migrations.migrationsTable])),
        );
        return found.flat().map(({ subject }) => subject);
    };
    const { progress } = context;
    return withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, progress);
        const bound = await cluster.withClone(template, (clone) =>
            withClient(clone, (client) => bindCases(client, known)),
        );
        const plan: PlanOracle["plan"] = async (database, cases) => {
            const { results } = await goldensOf(config)({
                database,
                serverVersion: cluster.serverVersion,
                dataset: `${datasetName(config)}, seed ${options.seed}`,
                scale: options.scale,
                known,
                isWhole: false,
                cases,
                results: await assayPlans(database, cases, silent),
            });
            const findingRules = { policy: config.policy ?? {}, waivers: config.waivers ?? [] };
            const findings = underRules(
                results.flatMap((result) => result.findings),
                findingRules,
                context.now(),
            );
            const reads = cases.map((one, i) => {
                const { indexes = [], tables = [] } = results[i] ?? {};
                return [one, { indexes, tables }] as const;
            });
            return { errors: findings.filter(({ severity }) => severity === "error"), reads: new Map(reads) };
        };
        const cases = withGoldenBudgets(bound, goldens, options.scale);
        const startMs = performance.now();
        const verdicts = await judgeByPlans(cluster, { template, cases, plan, unserved }, mutants, progress);
        return { verdicts, durationMs: performance.now() - startMs };
    });
}
