import type { Config } from "../config/config.ts";
import { underRules } from "../core/finding-policy.ts";
import type { Finding } from "../core/finding.ts";
import type { MutationRun, Verdict } from "../core/mutation-run.ts";
import { silent } from "../core/progress.ts";
import { applyCatalogRule, catalogRules } from "../lint/catalog-rules.ts";
import { judgeByExecuting } from "../mutate/judge-by-plans.ts";
import type { judgeByPlanning, PlanOracle } from "../mutate/judge-by-plans.ts";
import type { Mutant } from "../mutate/mutant.ts";
import { assayPlans } from "../plan/assay.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { withGoldenBudgets } from "../plan/golden/derived-budget.ts";
import { judgePlans } from "../plan/golden/judge.ts";
import { planOnly } from "../plan/golden/plan-only.ts";
import { withClient } from "../server/client.ts";
import { withCluster } from "../server/with-cluster.ts";
import { chooseQueries } from "./chosen-queries.ts";
import type { Context } from "./command.ts";
import { datasetName, datasetOptions, loadedRecipe } from "./dataset.ts";
import { rulesOf, serverUrl } from "./settings.ts";

/** What plans said of mutants, by their ids, and how long it took once the rows were there. */
export interface JudgedIndexes {
    readonly verdicts: ReadonlyMap<string, Verdict>;
    readonly durationMs: number;
}

/** Lets plans judge, by executing their cases, those of their mutants that survived the plans alone and the tests. */
export async function judgeSurvivors(
    config: Config,
    values: { readonly "database-url"?: string },
    run: MutationRun,
    mutants: readonly Mutant[],
    context: Context,
): Promise<MutationRun> {
    const survived = new Set(run.mutants.filter(({ verdict }) => verdict.kind === "survived").map(({ id }) => id));
    const left = mutants.filter(({ id, oracle }) => oracle === "plan" && survived.has(id));
    const { verdicts, durationMs } = await judgeIndexMutants(config, values, left, context, judgeByExecuting);
    return {
        ...run,
        mutants: run.mutants.map((mutant) => ({ ...mutant, verdict: verdicts.get(mutant.id) ?? mutant.verdict })),
        durationMs: run.durationMs + durationMs,
    };
}

/**
 * Judges mutants that only plans can notice, on the dataset that `pgassay plan` uses; none where the project has no
 * queries.
 *
 * @param judge by planning alone, or by executing too
 */
export async function judgeIndexMutants(
    config: Config,
    values: { readonly "database-url"?: string },
    mutants: readonly Mutant[],
    context: Context,
    judge: typeof judgeByPlanning | typeof judgeByExecuting,
): Promise<JudgedIndexes> {
    if (config.queries === undefined || mutants.length === 0) return { verdicts: new Map(), durationMs: 0 };
    const options = datasetOptions({});
    const { known, goldens } = await chooseQueries("mutate", config, []);
    const recipe = await loadedRecipe(config, options);
    const rules = (await catalogRules()).filter(({ code }) => code === "foreign-key-without-index");
    const unserved: PlanOracle["unserved"] = async (client) => {
        const found = await Promise.all(
            rules.map((rule) => applyCatalogRule(client, rule, [config.migrations.migrationsTable])),
        );
        return found.flat().map(({ subject }) => subject);
    };
    const errorsOf = (findings: readonly Finding[]): Finding[] =>
        underRules(findings, rulesOf(config), context.now()).filter(({ severity }) => severity === "error");
    const { progress } = context;
    return withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, progress);
        const bound = await cluster.withClone(template, (clone) =>
            withClient(clone, (client) => bindCases(client, known)),
        );
        const accepted = { goldens: goldens ?? new Map(), scale: options.scale };
        const oracle: PlanOracle = {
            template,
            unserved,
            cases: withGoldenBudgets(bound, accepted.goldens, options.scale),
            async planOnly(client, one) {
                const planned = await planOnly(client, one, accepted);
                return planned && { ...planned, errors: errorsOf(planned.breaches) };
            },
            async plan(database, cases) {
                const { results } = await judgePlans(goldens, {
                    database,
                    serverVersion: cluster.serverVersion,
                    dataset: `${datasetName(config)}, seed ${options.seed}`,
                    scale: options.scale,
                    known,
                    isWhole: false,
                    cases,
                    results: await assayPlans(database, cases, silent),
                });
                return new Map(
                    cases.map((one, i) => {
                        const { findings = [], indexes = [], tables = [] } = results[i] ?? {};
                        return [one, { errors: errorsOf(findings), indexes, tables }];
                    }),
                );
            },
        };
        const startMs = performance.now();
        const verdicts = await judge(cluster, oracle, mutants, progress);
        return { verdicts, durationMs: performance.now() - startMs };
    });
}
