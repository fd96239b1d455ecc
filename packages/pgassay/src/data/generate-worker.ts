import { parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { ByteWriter } from "./byte-writer.ts";
import type { Dataset, DatasetOrigin } from "./dataset.ts";
import { Lexicons, type LexemeSource } from "./lexicon.ts";
import type { Table } from "./model.ts";
import { type MadeUnit, UnitMaker } from "./unit-maker.ts";
import { type Unit, UnitWriter } from "./units.ts";
import type { Answer, Lesson, Question, Task, WorkerSetup } from "./worker-pool.ts";

/*
 * What a worker thread does: it makes the dataset once, then any units of any table that it is asked for.
 */

const { origin, options, hasLexemes } = workerData as WorkerSetup;
const tables = (await datasetFrom(origin)).tables(options);
const asking = new Map<number, (lexemes: Uint8Array) => void>();
const lexicons = hasLexemes ? new Lexicons(lexemesOf, tables) : undefined;
const out = new ByteWriter();
const makers = new Map(tables.map((table) => [table.name, makerOf(table)]));

parentPort?.on("message", (message: Task | Lesson) => {
    if ("question" in message) {
        asking.get(message.question)?.(message.lexemes);
        asking.delete(message.question);
    } else {
        void answer(message);
    }
});

async function answer({ id, table, unit }: Task): Promise<void> {
    const made = await make(table, unit);
    parentPort?.postMessage({ id, ...made } satisfies Answer, "bytes" in made ? [made.bytes.buffer] : []);
}

type Maker = (unit: Unit) => Promise<MadeUnit>;

function makerOf(table: Table): Maker {
    if (lexicons !== undefined && Object.keys(table.searchVectors).length > 0) {
        const maker = new UnitMaker(table, lexicons);
        return (unit) => maker.begin(out, unit)();
    }
    const writer = new UnitWriter(table);
    return async (unit) => {
        const rows = writer.write(out, unit);
        // The writer is so large that its memory is no piece of a pool: it can go to another thread as a whole.
        return { bytes: out.take(), rows };
    };
}

async function make(
    table: string,
    unit: Unit,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; rows: number } | { error: unknown }> {
    out.truncate(0);
    try {
        const maker = makers.get(table);
        if (maker === undefined) throw new RangeError(`the dataset has no table ${table} in this thread`);
        return await maker(unit);
    } catch (error) {
        return { error };
    }
}

/** Asks the thread that has a connection. */
function lexemesOf(config: string, pieces: readonly string[]): ReturnType<LexemeSource> {
    return new Promise((resolve) => {
        const question = asking.size === 0 ? 1 : Math.max(...asking.keys()) + 1;
        asking.set(question, resolve);
        parentPort?.postMessage({ question, config, pieces } satisfies Question);
    });
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
