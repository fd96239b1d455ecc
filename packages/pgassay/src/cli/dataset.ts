import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import { datasetFingerprint } from "../data/dataset-fingerprint.ts";
import { datasetRecipe } from "../data/dataset-recipe.ts";
import type { DatasetOptions } from "../data/dataset.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import type { Recipe } from "../server/cluster.ts";
import { positiveNumber } from "./command.ts";

/** Flags of the verbs that work on a dataset. */
export const datasetFlags = {
    scale: {
        type: "string",
        value: "N",
        help: "size of the dataset, by default 1; made-up rows are 10,000 at most in a table then",
    },
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

/** The template that a verb's queries run on: with the project's dataset or, if it has none, with made-up rows. */
export async function loadedRecipe({ dataset, migrations }: Config, options: DatasetOptions): Promise<Recipe> {
    const schema = await schemaRecipe(migrations);
    if (dataset !== undefined) return datasetRecipe(schema, dataset, options);
    const { autofillRecipe } = await import("../autofill/autofill-recipe.ts");
    return autofillRecipe(schema, options, [migrations.migrationsTable]);
}

/** A digest of the rows that queries run on; made-up rows follow from the schema, and have none. */
export async function datasetDigest({ dataset }: Config, options: DatasetOptions): Promise<string> {
    return dataset === undefined ? "" : datasetFingerprint(dataset, options);
}

/** How reports call the rows that queries run on. */
export function datasetName({ dataset }: Config): string {
    return dataset?.name ?? "autofill";
}
