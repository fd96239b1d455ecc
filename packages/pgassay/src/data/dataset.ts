import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import type { Table } from "./model.ts";
import { requireFiles } from "./preconditions.ts";

const queries = new URL("../../sql/data/", import.meta.url);

/** What decides which rows a dataset has. */
export interface DatasetOptions {
    /** 1 is the size the dataset was designed for; row counts grow in proportion. */
    readonly scale: number;
    /** Any whole number; another seed gives other rows of the same shape. */
    readonly seed: number;
}

/** Where another thread finds a dataset, which it cannot be handed. */
export interface DatasetOrigin {
    /** Address of a module: `import.meta.url` of the one that has it. */
    readonly module: string;
    /** What it exports: the dataset itself, or a function that makes it. */
    readonly name: string;
    /** What the function is called with; it is copied to each thread, so it is data. */
    readonly argument?: unknown;
}

/** A file whose rows go into a table as they are: a customer's own data beside, or instead of, what a model makes. */
export interface TableFile {
    /** Name of the table, in the schema `public`. */
    readonly table: string;
    readonly path: string;
    /** As COPY reads it, with COPY's defaults for delimiters, quotes and nulls; in UTF-8. */
    readonly format: "csv" | "text" | "binary";
    /** The columns in the order of the file; by default those of the table. */
    readonly columns?: readonly string[];
    /** Whether the first line names the columns, as COPY then checks. */
    readonly hasHeader?: boolean;
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
     * account for what they would do: an audit trail that is part of the dataset, say, or a check that they pass. All
     * others fire. What row triggers would have done is compared with the loaded rows on a sample.
     */
    readonly suspendedTriggers?: readonly string[];
    /**
     * Names of triggers that fire and look at nothing but their row. Indexes are absent during the load only if every
     * trigger that fires is one of these: others may look something up, and would read whole tables each time.
     */
    readonly rowOnlyTriggers?: readonly string[];
    /** Lets worker threads make the rows; without it the thread that loads makes them too. */
    readonly origin?: DatasetOrigin;
    /** Tables whose rows are in files; no model of `tables` fills them too. */
    readonly files?: readonly TableFile[];
    /** The tables with all their rows, in the order they are loaded. */
    tables(options: DatasetOptions): readonly Table[];
}

/**
 * Everything the rows of a dataset follow from, as the inputs of a recipe: scale, seed, and a digest of the code of
 * the dataset and of this engine.
 */
export async function datasetInputs(dataset: Dataset, options: DatasetOptions): Promise<string[]> {
    const hash = createHash("sha256");
    for (const directory of [new URL("./", import.meta.url), queries, ...dataset.sources]) {
        const cwd = fileURLToPath(directory);
        const files = await glob(["**/*.{js,ts,sql}", "!**/*.d.ts"], { cwd });
        for (const file of files.toSorted()) {
            const content = await readFile(new URL(file, directory));
            hash.update(`${Buffer.byteLength(file)}:${file}${content.length}:`).update(content);
        }
    }
    await requireFiles(dataset);
    for (const file of dataset.files ?? []) {
        const { table, path: _, ...how } = file;
        hash.update(JSON.stringify([table, how, await fileDigest(file)]));
    }
    return [dataset.name, `scale ${options.scale}`, `seed ${options.seed}`, hash.digest("hex")];
}

/** SHA-256 of what a file holds, in hexadecimal. */
export async function fileDigest({ path }: TableFile): Promise<string> {
    const content = createHash("sha256");
    for await (const chunk of createReadStream(path)) content.update(chunk as Buffer);
    return content.digest("hex");
}
