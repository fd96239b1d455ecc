import { readFile } from "node:fs/promises";
import { RefusedError } from "../core/refused-error.ts";
import { datasetInputs } from "../data/dataset.ts";
import type { DatasetOptions } from "../data/dataset.ts";
import { settleDatabase } from "../data/settle-database.ts";
import type { Recipe } from "../server/cluster.ts";
import { autofill } from "./fill.ts";
import { queryFiles } from "./read-schema.ts";

/** Rows that the tables nothing refers to have at scale 1: enough for an index to be worth its while. */
export const rowsAtScale1 = 10_000;

/** A row with its share of the indexes and of the rows it refers to: only good enough to tell whether memory will do. */
const bytesPerRow = 10_000;

/** Roughly how large a database becomes, whose schema is not looked at for it. */
export function expectedAutofillBytes(rows: number): number {
    return 100e6 + rows * bytesPerRow;
}

/**
 * The template that holds the schema and made-up rows in all its tables, vacuumed and analyzed. Building it throws a
 * `RefusedError` when there are no such rows.
 *
 * @param except tables to leave alone, with their schemas
 */
export async function autofillRecipe(
    schema: Recipe,
    { scale, seed }: DatasetOptions,
    except: readonly string[],
): Promise<Recipe> {
    const rows = Math.max(1, Math.round(rowsAtScale1 * scale));
    const code = { name: "autofill", sources: [new URL("./", import.meta.url)], migrated: [], tables: () => [] };
    const queries = await Promise.all(queryFiles.map((file) => readFile(file, "utf8")));
    return {
        name: "autofill",
        inputs: [...(await datasetInputs(code, { scale, seed })), ...except, ...queries],
        base: schema,
        expectedBytes: expectedAutofillBytes(rows),
        async build(database, progress) {
            const result = await autofill(database, { rows, seed, except, progress });
            if (result.state === "refused") {
                throw new RefusedError(
                    {
                        tried: "fill the tables with made-up rows",
                        remedy: "write a dataset (docs/config.md), or change the schema; docs/autofill.md says what can be found",
                    },
                    result.findings,
                );
            }
            await settleDatabase(database, progress);
        },
    };
}
