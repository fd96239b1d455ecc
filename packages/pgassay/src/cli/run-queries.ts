import type { Config } from "../config/config.ts";
import type { BoundCase } from "../core/query.ts";
import {
    checkWaivers,
    modelledFindingCodes,
    queryFindingCodes,
    underRules,
    waiversOf,
} from "../core/finding-policy.ts";
import type { Waiver } from "../core/finding-policy.ts";
import type { Finding } from "../core/finding.ts";
import type { MeasuredSize, ModelledCase } from "../core/modelled-plan.ts";
import type { PlanResult } from "../core/plan-result.ts";
import { caseGrowth } from "../core/query-growth.ts";
import { runRecord, subjectOf, type LatencyResult, type RunRecord } from "../core/run-record.ts";
import { readCommit } from "../measure/commit.ts";
import { readMachine } from "../measure/machine.ts";
import { tablesWithoutPolicies } from "../plan/policies.ts";
import { readServerSettings } from "../measure/server-settings.ts";
import { assayPlans } from "../plan/assay.ts";
import { checkGrowth } from "../plan/check-growth.ts";
import { measurableQueries } from "../plan/measurable-queries.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { withGoldenBudgets } from "../plan/golden/derived-budget.ts";
import type { PlanRun } from "../plan/golden/plan-run.ts";
import { judgePlans } from "../plan/golden/judge.ts";
import type { Judgement } from "../plan/golden/judge.ts";
import { withClient } from "../server/client.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import { ownDigest } from "../server/recipe.ts";
import { withCluster } from "../server/with-cluster.ts";
import type { ChosenQueries } from "./chosen-queries.ts";
import type { Context } from "./command.ts";
import type { ModelledPlans } from "./modelled-goldens.ts";
import { datasetName, datasetOptions, loadedRecipe } from "./dataset.ts";
import { rulesOf, serverUrl } from "./settings.ts";
import { version } from "./version.ts";

interface Values {
    readonly scale?: string;
    readonly seed?: string;
    readonly "database-url"?: string;
}

/** The cases that were planned, and where they can be timed. */
interface Planned {
    readonly cluster: Cluster;
    /** The dataset that they are bound to. */
    readonly template: Template;
    readonly cases: readonly BoundCase[];
}

/** What is done with the cases of the queries besides planning them. */
export interface Work {
    /** What becomes of the plans; by default they are held against those that were accepted. */
    readonly judge?: (run: PlanRun) => Promise<Judgement>;
    /** Times the cases; by default nothing is timed. */
    readonly time?: (planned: Planned) => Promise<LatencyResult[]>;
    /** The plans at modelled sizes, which are made meanwhile. */
    readonly modelled?: Promise<ModelledPlans>;
    /** What the cases did on rows of other sizes, by their names in findings. */
    readonly measured?: ReadonlyMap<string, readonly MeasuredSize[]>;
}

/**
 * Plans the chosen queries on the dataset, and does what else there is to be done with them. Nothing the queries do is
 * kept.
 */
export async function runQueries(
    verb: "plan" | "bench",
    config: Config,
    values: Values,
    { known, queries, goldens }: ChosenQueries,
    context: Context,
    { judge = (run) => judgePlans(goldens, run), time, modelled, measured }: Work,
): Promise<RunRecord> {
    const options = datasetOptions(values);
    const recipe = await loadedRecipe(config, options);
    const dataset = { name: datasetName(config), ...options, digest: ownDigest(recipe) };
    const commit = await readCommit(config.root);
    const { progress } = context;
    return withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, progress);
        return cluster.withClone(template, async (database) => {
            const startedAt = context.now();
            const { measurable, findings: lacking } = measurableQueries(queries, cluster.serverVersion);
            const bound = await withClient(database, (client) => bindCases(client, measurable));
            const cases = withGoldenBudgets(bound, goldens ?? new Map(), dataset.scale);
            const results = await assayPlans(database, cases, progress);
            const atScales = await modelled;
            const judged = await judge({
                database,
                serverVersion: cluster.serverVersion,
                dataset: `${dataset.name}, seed ${dataset.seed}`,
                scale: dataset.scale,
                known,
                isWhole: queries.length === known.length,
                cases,
                results,
                ...(atScales?.run && { modelled: atScales.run }),
            });
            const latencies = (await time?.({ cluster, template, cases })) ?? [];
            const waivers = waiversOf(config.waivers ?? [], queryFindingCodes);
            const rules = { ...rulesOf(config), waivers };
            const ruled = (findings: readonly Finding[]): Finding[] => underRules(findings, rules, startedAt);
            const sizes = bySize(judged.results, dataset.scale, atScales?.run?.cases, measured);
            const others = [
                ...judged.others,
                ...lacking,
                ...(atScales?.findings ?? []),
                ...checkGrowth(sizes, queries),
            ];
            const found = [...judged.results, ...latencies].flatMap(({ findings }) => findings);
            // A plan run measures no latency, and nothing else models other sizes.
            const isLookedFor = ({ finding }: Waiver): boolean =>
                queries.length === known.length &&
                (verb === "bench" || !finding.startsWith("latency-")) &&
                (modelled !== undefined || !modelledFindingCodes.includes(finding));
            const tables = judged.results.flatMap((plan) => plan.tables);
            const withoutPolicies = await withClient(database, (client) => tablesWithoutPolicies(client, tables));
            return runRecord({
                verb,
                pgassay: version,
                startedAt: startedAt.toISOString(),
                ...(commit && { commit }),
                server: { version: cluster.serverVersion, settings: await readServerSettings(database) },
                dataset,
                machine: readMachine(),
                queries: queries.map(({ id, file, about, text }) => ({ id, file, about, text })),
                plans: judged.results.map((plan) => ({ ...plan, findings: ruled(plan.findings) })),
                ...(sizes.length > 0 && { modelled: sizes }),
                ...(withoutPolicies.length > 0 && { withoutPolicies }),
                latencies: latencies.map((latency) => ({ ...latency, findings: ruled(latency.findings) })),
                otherFindings: [
                    ...ruled(others),
                    ...checkWaivers(waivers, [...found, ...others], startedAt, isLookedFor),
                ],
            });
        });
    });
}

/** What is known of each case at other sizes than the one of the run, and at that one; cases of which nothing is are left out. */
function bySize(
    results: readonly PlanResult[],
    scale: number,
    modelled: readonly ModelledCase[] = [],
    measured: ReadonlyMap<string, readonly MeasuredSize[]> = new Map(),
): ModelledCase[] {
    return results.flatMap(({ query, case: name, buffers, bufferBudget, rows }) => {
        const subject = subjectOf({ query, case: name });
        const plans = modelled.find((one) => subjectOf(one) === subject)?.plans ?? [];
        const elsewhere = measured.get(subject) ?? [];
        if (plans.length === 0 && elsewhere.length === 0) return [];
        const here = { scale, blocks: buffers.hit + buffers.read, rows };
        const sizes = [...elsewhere, here].toSorted((a, b) => a.scale - b.scale);
        const one = { query, case: name, plans, measured: sizes };
        return [{ ...one, growth: caseGrowth(one, scale, bufferBudget) }];
    });
}
