import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import type { Table } from "./model.ts";

/** What decides which rows a dataset has. */
export interface DatasetOptions {
    /** 1 is the size the dataset was designed for; row counts grow in proportion. */
    readonly scale: number;
    /** Any whole number; another seed gives other rows of the same shape. */
    readonly seed: number;
}

/** A named set of rows for the tables of one schema: the same for the same scale and seed, to the byte. */
export interface Dataset {
    /** Kebab case. */
    readonly name: string;
    /**
     * Directories whose JavaScript and TypeScript files decide the rows, as file URLs that end in a slash. What is
     * kept of a loaded dataset is made anew when one of them changes.
     */
    readonly sources: readonly URL[];
    /**
     * Rows that migrations put into a table and that may be there before the load: the table's name, one of its
     * columns, and the values of that column in those rows. Any other row is in the way.
     */
    readonly migrated: readonly {
        readonly table: string;
        readonly column: string;
        readonly values: readonly string[];
    }[];
    /**
     * Names of triggers that do not fire during the load, on whatever tables they are, because the rows already
     * account for what they would do: an audit trail that is part of the dataset, say. All others fire.
     */
    readonly suspendedTriggers?: readonly string[];
    /** The tables with all their rows, in the order they are loaded. */
    tables(options: DatasetOptions): readonly Table[];
}

/**
 * Everything the rows of a dataset follow from, as the inputs of a recipe: scale, seed, and a digest of the code of
 * the dataset and of this engine.
 */
export async function datasetInputs(dataset: Dataset, options: DatasetOptions): Promise<string[]> {
    const hash = createHash("sha256");
    for (const directory of [new URL("./", import.meta.url), ...dataset.sources]) {
        const cwd = fileURLToPath(directory);
        const files = await glob(["**/*.{js,ts}", "!**/*.d.ts"], { cwd });
        for (const file of files.toSorted()) {
            const content = await readFile(new URL(file, directory));
            hash.update(`${Buffer.byteLength(file)}:${file}${content.length}:`).update(content);
        }
    }
    return [dataset.name, `scale ${options.scale}`, `seed ${options.seed}`, hash.digest("hex")];
}
