import { expectedAutofillBytes, rowsAtScale1 } from "../autofill/autofill-recipe.ts";
import { autofill, type AutofillOptions } from "../autofill/fill.ts";
import type { Config } from "../config/config.ts";
import { didYouMean } from "../core/closest-name.ts";
import { exitCode, usageError } from "../core/errors.ts";
import { expectedBytes } from "../data/dataset-recipe.ts";
import { loadDataset } from "../data/load.ts";
import { runSeedFiles } from "../data/seed-files.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { renderAutofill } from "../report/autofill.ts";
import { renderLoad } from "../report/load.ts";
import { renderSeedFiles } from "../report/seed-files.ts";
import type { Database } from "../server/cluster.ts";
import { withCloneOf } from "../server/with-cluster.ts";
import { defineCommand, positiveNumber, type Context } from "./command.ts";
import { datasetFlags, datasetOptions } from "./dataset.ts";
import { configFor, serverUrl } from "./settings.ts";

export const seedCommand = defineCommand("seed", {
    flags: {
        dataset: {
            type: "string",
            value: "NAME",
            help: "one of the configuration's `seeds`, instead of its `dataset`",
        },
        autofill: {
            type: "boolean",
            help: "make up rows for the schema; what is done where the project has no dataset",
        },
        rows: { type: "string", value: "N", help: "made-up rows: how many at most in a table, instead of --scale" },
        ...datasetFlags,
    },
    notes:
        "With a database URL the rows go into that database, in one transaction, so that a failure leaves it as it was.\n" +
        "The dataset of the configuration is generated and loaded by COPY, and its tables must be empty; seeds are SQL\n" +
        "files. Without a URL the rows go into a server of our own that ends with the command: a trial.\n" +
        "Made-up rows satisfy what the schema asks for; they go into its empty tables and refer to rows of the others.",
    async run(values, _operands, context) {
        const config = await configFor(values, context);
        const files = seedFiles(config, values);
        const { url } = serverUrl(values, context);
        const inDatabase = async <T>(bytes: number, use: (database: Database) => Promise<T>): Promise<T> =>
            url === undefined ? onTrial(config, bytes, context, use) : use({ name: "in the URL", url });
        if (files !== undefined) {
            const result = await inDatabase(seedFilesBytes, (database) =>
                runSeedFiles(database, files, context.progress),
            );
            context.print(values.json ? JSON.stringify(result) : renderSeedFiles(result));
            return exitCode.fine;
        }
        const { dataset } = config;
        if (values.autofill || dataset === undefined) {
            const options = autofillOptions(values, config, context);
            const result = await inDatabase(expectedAutofillBytes(options.rows), (database) =>
                autofill(database, options),
            );
            context.print(values.json ? JSON.stringify(result) : renderAutofill(result, context));
            return result.state === "filled" ? exitCode.fine : exitCode.findings;
        }
        refuseRows(values);
        const options = { ...datasetOptions(values), progress: context.progress };
        const result = await inDatabase(expectedBytes(dataset, options), (database) =>
            loadDataset(database, dataset, { ...options, isDisposable: url === undefined }),
        );
        context.print(values.json ? JSON.stringify(result) : renderLoad(result));
        return exitCode.fine;
    },
});

/** How many rows are made up, and which. */
function autofillOptions(
    values: { readonly rows?: string; readonly scale?: string; readonly seed?: string },
    { migrations }: Config,
    { progress }: Context,
): AutofillOptions {
    const { scale, seed } = datasetOptions(values);
    const rows = values.rows === undefined ? rowsAtScale1 * scale : positiveNumber("rows", values.rows, rowsAtScale1);
    if (values.rows !== undefined && values.scale !== undefined) {
        throw usageError({
            tried: "make up rows",
            happened: "--rows and --scale both say how many there are to be",
            remedy: "leave one of them out",
        });
    }
    return { rows: Math.max(1, Math.round(rows)), seed, except: [migrations.migrationsTable], progress };
}

/** A dataset knows itself how many rows its tables have. */
function refuseRows({ rows }: { readonly rows?: string }): void {
    if (rows === undefined) return;
    throw usageError({
        tried: "seed the configuration's dataset",
        happened: "--rows counts made-up rows, and the configuration has a dataset",
        remedy: "use --scale, or make rows up with --autofill",
    });
}

/** Seeds are written by hand: they come to little more than the schema itself. */
const seedFilesBytes = 100e6;

/** The files of the seeds that `--dataset` names; undefined when it is absent or names the generated dataset. */
function seedFiles(
    { seeds = {}, dataset }: Config,
    values: { readonly dataset?: string; readonly scale?: string; readonly seed?: string },
): readonly string[] | undefined {
    const name = values.dataset;
    if (name === undefined || name === dataset?.name) return undefined;
    const tried = `seed dataset ${name}`;
    const files = Object.hasOwn(seeds, name) ? seeds[name] : undefined;
    if (files === undefined) {
        const known = [...Object.keys(seeds), ...(dataset ? [dataset.name] : [])];
        throw usageError({
            tried,
            happened: `the configuration has none of that name${didYouMean(name, known)}`,
            remedy:
                known.length > 0 ? `name one of ${known.join(", ")}` : "add it under `seeds`; docs/config.md says how",
        });
    }
    if (values.scale !== undefined || values.seed !== undefined) {
        throw usageError({
            tried,
            happened: "--scale and --seed shape the generated dataset, and this one is written in SQL files",
            remedy: "leave them out",
        });
    }
    return files;
}

/** Hands a migrated database of our own to `use` and throws it away afterwards. */
async function onTrial<T>(
    config: Config,
    bytes: number,
    { progress }: Context,
    use: (database: Database) => Promise<T>,
): Promise<T> {
    const recipe = { ...(await schemaRecipe(config.migrations)), expectedBytes: bytes };
    return withCloneOf({ recipe, progress }, use);
}
