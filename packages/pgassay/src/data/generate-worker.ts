import { parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { ByteWriter } from "./byte-writer.ts";
import type { Dataset, DatasetOptions, DatasetOrigin } from "./dataset.ts";
import type { Answer, Task } from "./generators.ts";
import { type Unit, UnitWriter } from "./units.ts";

/*
 * What a worker thread does: it makes the dataset once, then any units of any table that it is asked for.
 */

const { origin, options } = workerData as { origin: DatasetOrigin; options: DatasetOptions };
const tables = (await datasetFrom(origin)).tables(options);
const writers = new Map(tables.map((table) => [table.name, new UnitWriter(table)]));
const out = new ByteWriter();

parentPort?.on("message", ({ id, table, unit }: Task) => {
    const answer = make(table, unit);
    parentPort?.postMessage({ id, ...answer } satisfies Answer, "bytes" in answer ? [answer.bytes.buffer] : []);
});

function make(table: string, unit: Unit): { bytes: Uint8Array<ArrayBuffer>; rows: number } | { error: unknown } {
    out.truncate(0);
    try {
        const writer = writers.get(table);
        if (writer === undefined) throw new RangeError(`the dataset has no table ${table} in this thread`);
        const rows = writer.write(out, unit);
        // The writer is so large that its memory is no piece of a pool: it can go to another thread as a whole.
        return { bytes: out.take(), rows };
    } catch (error) {
        return { error };
    }
}

/** Node's own import is exact about conditions and quick; TypeScript that reaches a compiled pgassay needs jiti. */
async function datasetFrom({ module, name, argument }: DatasetOrigin): Promise<Dataset> {
    const isForJiti = module.endsWith("ts") && !import.meta.url.endsWith(".ts");
    const exported = (isForJiti ? await importWithJiti(module) : await import(module)) as Readonly<
        Record<string, Dataset | ((argument: unknown) => Dataset | Promise<Dataset>)>
    >;
    const found = exported[name];
    if (found === undefined) throw new TypeError(`${module} exports no ${name}, which a dataset calls its origin`);
    return typeof found === "function" ? found(argument) : found;
}

async function importWithJiti(module: string): Promise<unknown> {
    const { createJiti } = await import("jiti");
    return createJiti(import.meta.url, { fsCache: false }).import(fileURLToPath(module));
}
