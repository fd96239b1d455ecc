import { relative } from "node:path";
import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import { exitCodeOf } from "../core/finding.ts";
import { subjectOf } from "../core/run-record.ts";
import { stressRecord, type StressRecord } from "../core/stress-record.ts";
import { readCommit } from "../measure/commit.ts";
import { readMachine } from "../measure/machine.ts";
import { writeRun } from "../measure/run-record-file.ts";
import { readServerSettings } from "../measure/server-settings.ts";
import { judgeStress } from "../measure/stress/judge-stress.ts";
import { bindMix, type MixedOperation } from "../measure/stress/mix.ts";
import { saturationOf } from "../measure/stress/saturation.ts";
import { stress } from "../measure/stress/stress.ts";
import { readQueries } from "../plan/read-queries.ts";
import { renderStress } from "../report/stress.ts";
import { withClient } from "../server/client.ts";
import { hostOf, isLoopback } from "../server/loopback.ts";
import { ownDigest } from "../server/recipe.ts";
import { withCluster } from "../server/with-cluster.ts";
import { defineCommand, type Context } from "./command.ts";
import { datasetFlags, datasetName, datasetOptions, loadedRecipe } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, required, serverUrl } from "./settings.ts";
import { stressFlags, stressPlans } from "./stress-plans.ts";
import { untilInterrupted } from "./until-interrupted.ts";
import { version } from "./version.ts";

export const stressCommand = defineCommand("stress", {
    flags: { ...stressFlags, ...datasetFlags, ...findingFlags },
    notes:
        "The service, fastify over a pool of node-postgres, listens at 127.0.0.1 alone and gets the `mix` of the\n" +
        "configuration from autocannon; the same mix then goes straight through node-postgres, to show what HTTP costs.\n" +
        "Each step has a clone of its own. The record goes to the directory `runs` of the configuration.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        const directory = required(config, "runs", "stress");
        refuseRemote(values, context);
        const record = await run(config, values, operands, context);
        const { findings } = record;
        context.print(values.json ? JSON.stringify(record) : renderStress(record, context));
        const looked = record.mix.map(subjectOf);
        await writeFindingFiles({ verb: "stress", findings, looked, config }, values, context);
        const file = relative(context.workingDirectory, await writeRun(directory, record));
        context.note(`record: ${file}`);
        return exitCodeOf(findings);
    },
});

type Values = Parameters<typeof datasetOptions>[0] &
    Parameters<typeof stressPlans>[0] & { readonly "database-url"?: string; readonly "allow-remote"?: true };

/** A load is an attack on whatever does not expect it, and a variable of the environment is soon forgotten. */
function refuseRemote(values: Values, context: Context): void {
    const { url } = serverUrl(values, context);
    if (url === undefined || values["allow-remote"]) return;
    const host = hostOf(url);
    if (isLoopback(host)) return;
    throw usageError({
        tried: `put a load on the database server at ${host}`,
        happened: "it is not on this machine, and a load takes a server from all others who need it",
        remedy: "add --allow-remote if the server is there for that, or leave out the URL for a server of our own",
    });
}

async function run(
    config: Config,
    values: Values,
    operands: readonly string[],
    context: Context,
): Promise<StressRecord> {
    const { mix: entries, role, pool: poolSize, targetPerSecond, targetMsP99 } = required(config, "stress", "stress");
    const targets = {
        ...(targetPerSecond !== undefined && { perSecond: targetPerSecond }),
        ...(targetMsP99 !== undefined && { msP99: targetMsP99 }),
    };
    const plans = stressPlans(values, targets);
    const options = datasetOptions(values);
    const queries = await readQueries(required(config, "queries", "stress"), config.root);
    const recipe = await loadedRecipe(config, options);
    const commit = await readCommit(config.root);
    const { progress } = context;
    return withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, progress);
        const startedAt = context.now().toISOString();
        const { mix, settings } = await cluster.withClone(template, async (clone) => ({
            mix: chosen(
                await withClient(clone, (client) =>
                    bindMix(client, queries, { ...(role !== undefined && { role }), entries }),
                ),
                operands,
            ),
            settings: await readServerSettings(clone),
        }));
        const steps = await untilInterrupted((signal) =>
            stress(cluster, template, plans, { mix, poolSize, signal }, targets, progress),
        );
        return stressRecord({
            pgassay: version,
            startedAt,
            ...(commit && { commit }),
            server: { version: cluster.serverVersion, settings },
            dataset: { name: datasetName(config), ...options, digest: ownDigest(recipe) },
            machine: readMachine(),
            ...(role !== undefined && { role }),
            poolSize,
            mix: mix.map(({ query, case: name, weight, writes }) => ({ query, case: name, weight, writes })),
            ...(targetPerSecond !== undefined && { targetPerSecond }),
            ...(targetMsP99 !== undefined && { targetMsP99 }),
            steps,
            saturation: saturationOf(steps),
            findings: judgeStress(steps, targets),
        });
    });
}

/** The operations that the operands name: whole areas, or single queries. */
function chosen(mix: readonly MixedOperation[], operands: readonly string[]): [MixedOperation, ...MixedOperation[]] {
    const isNamed = ({ query }: MixedOperation): boolean =>
        operands.length === 0 || operands.some((operand) => query === operand || query.startsWith(`${operand}/`));
    const [first, ...others] = mix.filter(isNamed);
    if (first) return [first, ...others];
    throw usageError({
        tried: `stress ${operands.join(", ")}`,
        happened: "the mix of the configuration has no such area or query",
        remedy: `name one that it has, such as ${mix[0]?.query}`,
    });
}
