import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import type { MeasuredSize } from "../core/modelled-plan.ts";
import { subjectOf } from "../core/run-record.ts";
import { assayPlans } from "../plan/assay.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { measurableQueries } from "../plan/measurable-queries.ts";
import { withClient } from "../server/client.ts";
import { withCluster } from "../server/with-cluster.ts";
import type { ChosenQueries } from "./chosen-queries.ts";
import type { Context } from "./command.ts";
import { datasetOptions, loadedRecipe } from "./dataset.ts";
import { serverUrl } from "./settings.ts";

/**
 * Executes the chosen queries on the dataset at each of the measured scales of the configuration.
 *
 * @returns what each case did, by its name in findings
 */
export async function measureSizes(
    config: Config,
    values: { readonly seed?: string; readonly "database-url"?: string },
    { queries }: ChosenQueries,
    context: Context,
): Promise<ReadonlyMap<string, readonly MeasuredSize[]>> {
    const scales = config.model?.measured;
    if (scales === undefined) {
        throw usageError({
            tried: "run `pgassay plan --growth`",
            happened: `the configuration in ${config.root} has no \`model.measured\``,
            remedy: "name scales less than 1 at which the dataset is to be loaded, such as `model: { measured: [0.01, 0.1] }`",
        });
    }
    const { progress } = context;
    const sizes = new Map<string, MeasuredSize[]>();
    for (const scale of scales) {
        const recipe = await loadedRecipe(config, { ...datasetOptions(values), scale });
        progress.step(`load the dataset at scale ${scale}`);
        await withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
            const template = await cluster.ensureTemplate(recipe, progress);
            await cluster.withClone(template, async (database) => {
                const { measurable } = measurableQueries(queries, cluster.serverVersion);
                const cases = await withClient(database, (client) => bindCases(client, measurable));
                for (const result of await assayPlans(database, cases, progress)) {
                    const { buffers, rows } = result;
                    const size = { scale, blocks: buffers.hit + buffers.read, rows };
                    sizes.set(subjectOf(result), [...(sizes.get(subjectOf(result)) ?? []), size]);
                }
            });
        });
    }
    return sizes;
}
