import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { copyChunks, copyHeader, copyTrailer, type CopyChunk } from "./copy.ts";
import type { Dataset, DatasetOptions } from "./dataset.ts";
import type { Table } from "./model.ts";
import { startThread } from "./start-thread.ts";
import { unitsOf, type Unit } from "./units.ts";

/** What a worker thread is asked to make. */
export interface Task {
    readonly id: number;
    /** Name of the table. */
    readonly table: string;
    readonly unit: Unit;
}

/** What comes back: the rows, or the error that making them threw. */
export type Answer = { readonly id: number } & (
    { readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number } | { readonly error: unknown }
);

/** Where the rows of a dataset come from. */
export interface Generators {
    /**
     * A whole table as the input of a binary COPY. The bytes are the same however many threads make them. Threads begin
     * with the first rows when this is called; there is nothing to be undone if nobody ever reads them.
     */
    chunks(table: Table): AsyncIterable<CopyChunk> | Iterable<CopyChunk>;
}

/** More threads than these would wait for the connections. */
const mostWorkers = 8;

/** Units that each worker may be ahead of what was taken: one to work on and one to go on with. */
const unitsAhead = 2;

/** Below so many rows a dataset is made sooner than threads start. */
const worthWorkers = 50_000;

/**
 * Cores that threads leave to the others: the server keeps two busy, one for each connection. A thread that wants one of
 * them keeps the feeding thread, which needs little but often, from its turn for longer than a socket holds data.
 */
const coresOfOthers = 2;

/** How many worker threads pay. The thread that feeds the connections makes the rows by itself where none do. */
export function defaultWorkers(
    dataset: Dataset,
    tables: readonly Table[],
    cores: number = availableParallelism(),
): number {
    const most = Math.min(mostWorkers, cores - coresOfOthers);
    if (dataset.origin === undefined || most <= 0) return 0;
    let rows = 0;
    for (const table of tables) {
        // No more tables are asked than need be: some count their rows, which the threads can begin without.
        rows += table.rows;
        if (rows >= worthWorkers) return most;
    }
    return 0;
}

/**
 * Makes the rows of a dataset, in worker threads if there are to be any, and ends the threads when `use` is done. The
 * threads never get further ahead than two units each, so memory stays flat however slow the reader is.
 *
 * @param workers 0 makes the rows in this thread, as does a dataset that does not say where it comes from
 */
export async function withGenerators<T>(
    dataset: Dataset,
    options: DatasetOptions,
    workers: number,
    use: (generators: Generators) => Promise<T>,
): Promise<T> {
    if (dataset.origin === undefined || workers === 0) return use({ chunks: copyChunks });
    const pool = new Pool(workers, { origin: dataset.origin, options: { scale: options.scale, seed: options.seed } });
    try {
        return await use({
            chunks: (table) => ordered(pool, table, workers * unitsAhead),
        });
    } finally {
        await pool.end();
    }
}

/** The units of a table in their order, of which so many are made ahead, beginning now. */
function ordered(pool: Pool, table: Table, ahead: number): AsyncGenerator<CopyChunk> {
    const units = unitsOf(table);
    const pending: Promise<CopyChunk>[] = [];
    const order = (): void => {
        const { value: unit } = units.next();
        if (unit === undefined) return;
        const chunk = pool.make(table.name, unit);
        // Whoever stops reading early does not hear of the units behind.
        chunk.catch(() => {});
        pending.push(chunk);
    };
    for (let i = 0; i < ahead; i++) order();
    return inTurn(pending, order);
}

/** What is pending, one after the other; another one is ordered for each that is taken. */
async function* inTurn(pending: Promise<CopyChunk>[], order: () => void): AsyncGenerator<CopyChunk> {
    yield { bytes: copyHeader, rows: 0 };
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        const chunk = await next;
        order();
        yield chunk;
    }
    yield { bytes: copyTrailer, rows: 0 };
}

interface Waiting {
    readonly resolve: (chunk: CopyChunk) => void;
    readonly reject: (error: unknown) => void;
}

/** Worker threads, each busy with one unit at a time; units are handed out in the order they are asked for. */
class Pool {
    readonly #workers: readonly Worker[];
    readonly #idle: Worker[];
    readonly #tasks: Task[] = [];
    readonly #waiting = new Map<number, Waiting>();
    #failure: unknown;
    #ids = 0;

    constructor(workers: number, data: unknown) {
        this.#workers = Array.from({ length: workers }, () => startThread("generate-worker", import.meta.url, data));
        this.#idle = [...this.#workers];
        for (const worker of this.#workers) {
            worker.on("message", (answer: Answer) => this.#take(worker, answer));
            worker.on("error", (error) => this.#fail(error));
        }
    }

    make(table: string, unit: Unit): Promise<CopyChunk> {
        return new Promise((resolve, reject) => {
            if (this.#failure !== undefined) {
                reject(this.#failure);
                return;
            }
            const task = { id: ++this.#ids, table, unit };
            this.#waiting.set(task.id, { resolve, reject });
            this.#tasks.push(task);
            this.#assign();
        });
    }

    async end(): Promise<void> {
        this.#fail(new Error("the generators were ended"));
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }

    #assign(): void {
        while (this.#tasks.length > 0) {
            const worker = this.#idle.pop();
            if (worker === undefined) return;
            worker.postMessage(this.#tasks.shift());
        }
    }

    #take(worker: Worker, answer: Answer): void {
        const waiting = this.#waiting.get(answer.id);
        this.#waiting.delete(answer.id);
        this.#idle.push(worker);
        this.#assign();
        if ("error" in answer) waiting?.reject(answer.error);
        else {
            const { buffer, byteOffset, byteLength } = answer.bytes;
            waiting?.resolve({ bytes: Buffer.from(buffer, byteOffset, byteLength), rows: answer.rows });
        }
    }

    #fail(error: unknown): void {
        this.#failure ??= error;
        for (const { reject } of this.#waiting.values()) reject(error);
        this.#waiting.clear();
        this.#tasks.length = 0;
    }
}
