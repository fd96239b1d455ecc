import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import { datasetRecipe } from "../data/dataset-recipe.ts";
import type { DatasetOptions } from "../data/dataset.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import type { Recipe } from "../server/cluster.ts";
import { positiveNumber } from "./command.ts";
import { required } from "./settings.ts";

/** Flags of the verbs that work on a dataset. */
export const datasetFlags = {
    scale: { type: "string", value: "N", help: "size of the dataset; 1, the default, is one busy organisation's" },
    seed: { type: "string", value: "N", help: "another seed gives other rows of the same shape; by default 1" },
} as const;

/** Reads the flags of a dataset. */
export function datasetOptions(values: { readonly scale?: string; readonly seed?: string }): DatasetOptions {
    const seed = positiveNumber("seed", values.seed, 1);
    if (!Number.isSafeInteger(seed)) {
        throw usageError({
            tried: "read --seed",
            happened: `${values.seed} is not a whole number`,
            remedy: "write it in digits, such as --seed 2",
        });
    }
    return { scale: positiveNumber("scale", values.scale, 1), seed };
}

/** The template that a verb's queries run on. */
export async function loadedRecipe(config: Config, options: DatasetOptions, verb: string): Promise<Recipe> {
    const dataset = required(config, "dataset", verb);
    return datasetRecipe(await schemaRecipe(config.migrations), dataset, options);
}
