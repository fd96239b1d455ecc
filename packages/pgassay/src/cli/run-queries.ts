import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { runRecord, type RunRecord } from "../core/run-record.ts";
import { defaultLatencyOptions, measureLatency } from "../measure/latency.ts";
import { readMachine } from "../measure/machine.ts";
import { readServerSettings } from "../measure/server-settings.ts";
import { assayPlans } from "../plan/assay.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { readQueries } from "../plan/read-queries.ts";
import { withClient } from "../server/client.ts";
import { withCluster } from "../server/with-cluster.ts";
import type { Context } from "./command.ts";
import { datasetName, datasetOptions, loadedRecipe } from "./dataset.ts";
import { required, serverUrl } from "./settings.ts";
import { version } from "./version.ts";

interface Values {
    readonly scale?: string;
    readonly seed?: string;
    readonly "database-url"?: string;
}

/** Plans the chosen queries on the dataset and, for `bench`, times them. Nothing the queries do is kept. */
export async function runQueries(
    verb: "plan" | "bench",
    config: Config,
    values: Values,
    operands: readonly string[],
    context: Context,
): Promise<RunRecord> {
    const options = datasetOptions(values);
    const directory = required(config, "queries", verb);
    const queries = chosen(await readQueries(directory, config.root), operands);
    const recipe = await loadedRecipe(config, options);
    const { progress } = context;
    return withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, progress);
        return cluster.withClone(template, async (database) => {
            const startedAt = new Date().toISOString();
            const cases = await withClient(database, (client) => bindCases(client, queries));
            const plans = await assayPlans(database, cases, progress);
            const latencies =
                verb === "bench" ? await measureLatency(database, cases, defaultLatencyOptions, progress) : [];
            return runRecord({
                verb,
                pgassay: version,
                startedAt,
                server: { version: cluster.serverVersion, settings: await readServerSettings(database) },
                dataset: { name: datasetName(config), ...options },
                machine: readMachine(),
                plans,
                latencies,
                otherFindings: [],
            });
        });
    });
}

/** The queries that the operands name: whole areas, or single queries. */
function chosen(queries: readonly Query[], operands: readonly string[]): readonly Query[] {
    if (operands.length === 0) return queries;
    const names = (operand: string, { id }: Query): boolean => id === operand || id.startsWith(`${operand}/`);
    const unknown = operands.filter((operand) => !queries.some((query) => names(operand, query)));
    if (unknown.length === 0) return queries.filter((query) => operands.some((operand) => names(operand, query)));
    throw usageError({
        tried: `find the queries ${unknown.join(", ")}`,
        happened: "there is no such area or query below the queries directory",
        remedy: `name an area (${[...new Set(queries.map(({ id }) => id.split("/")[0]))].join(", ")}) or a query, such as ${queries[0]?.id}`,
    });
}
