import type { Recipe } from "../server/cluster.ts";
import { datasetInputs, type Dataset, type DatasetOptions } from "./dataset.ts";
import { loadDataset } from "./load.ts";
import { settleDatabase } from "./settle-database.ts";

/** A row with its share of the indexes, rounded up: only good enough to tell whether memory will do. */
const bytesPerRow = 1_000;

/** Roughly how large the tables of a dataset become, with their indexes. */
export function expectedBytes(dataset: Dataset, options: DatasetOptions): number {
    return dataset.tables(options).reduce((sum, table) => sum + table.rows, 0) * bytesPerRow;
}

/** The template that holds the schema and a loaded dataset, vacuumed and analyzed. */
export async function datasetRecipe(schema: Recipe, dataset: Dataset, options: DatasetOptions): Promise<Recipe> {
    return {
        name: "dataset",
        inputs: await datasetInputs(dataset, options),
        base: schema,
        expectedBytes: expectedBytes(dataset, options),
        async build(database, progress) {
            await loadDataset(database, dataset, { ...options, progress, isDisposable: true });
            await settleDatabase(database, progress);
        },
    };
}
