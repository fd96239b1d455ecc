import { createHash } from "node:crypto";
import { ByteWriter } from "./byte-writer.ts";
import { fileDigest, type Dataset, type DatasetOptions } from "./dataset.ts";
import { requireFiles } from "./preconditions.ts";

/** Rows of a table that are looked at, spread over all of it: enough to notice a model that makes other ones. */
const sampledRows = 64;

/**
 * A digest of the rows of a dataset: columns, numbers of rows and a sample of the rows of each table, and its files. Unlike the
 * inputs of its recipe it stays when code changes and makes the same rows. 16 hexadecimal digits.
 */
export async function datasetFingerprint(dataset: Dataset, options: DatasetOptions): Promise<string> {
    await requireFiles(dataset);
    const hash = createHash("sha256");
    for (const table of dataset.tables(options)) {
        const { name, rows, columns } = table;
        hash.update(JSON.stringify([name, rows, columns.map((column) => column.name)]));
        const out = new ByteWriter();
        const count = Math.min(rows, sampledRows);
        for (let i = 0; i < count; i++) table.writeRow(out, Math.floor((i * rows) / count));
        hash.update(out.take());
    }
    for (const file of dataset.files ?? []) hash.update(JSON.stringify([file.table, await fileDigest(file)]));
    return hash.digest("hex").slice(0, 16);
}
