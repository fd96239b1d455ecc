import type { Config } from "../config/config.ts";
import { exitCode } from "../core/errors.ts";
import { expectedBytes } from "../data/dataset-recipe.ts";
import { loadDataset, type LoadResult } from "../data/load.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { renderLoad } from "../report/load.ts";
import type { Database } from "../server/cluster.ts";
import { withCluster } from "../server/with-cluster.ts";
import { defineCommand, type Context } from "./command.ts";
import { datasetFlags, datasetOptions } from "./dataset.ts";
import { configFor, required, serverUrl } from "./settings.ts";

export const seedCommand = defineCommand({
    name: "seed",
    summary: "fill the tables of a migrated database with the dataset, by COPY",
    flags: datasetFlags,
    notes:
        "With a database URL the rows go into that database, whose tables must be empty; in one transaction, so that a\n" +
        "failure leaves it as it was. Without one they go into a server of our own that ends with the command: a trial\n" +
        "that shows row counts and speed.",
    async run(values, _operands, context) {
        const config = await configFor(values, context);
        const dataset = required(config, "dataset", "seed");
        const options = { ...datasetOptions(values), progress: context.progress };
        const { url } = serverUrl(values, context);
        const load = (database: Database): Promise<LoadResult> => loadDataset(database, dataset, options);
        const result =
            url === undefined
                ? await onTrial(config, expectedBytes(dataset, options), context, load)
                : await load({ name: "in the URL", url });
        context.print(values.json ? JSON.stringify(result) : renderLoad(result));
        return exitCode.fine;
    },
});

/** Hands a migrated database of our own to `use` and throws it away afterwards. */
async function onTrial<T>(
    config: Config,
    expectedBytes: number,
    { progress }: Context,
    use: (database: Database) => Promise<T>,
): Promise<T> {
    const recipe = { ...(await schemaRecipe(config.migrations)), expectedBytes };
    return withCluster({ recipe, progress }, async (cluster) =>
        cluster.withClone(await cluster.ensureTemplate(recipe, progress), use),
    );
}
