import { availableParallelism } from "node:os";
import { ByteWriter } from "./byte-writer.ts";
import { copyChunks, copyHeader, copyTrailer, type CopyChunk } from "./copy.ts";
import type { Dataset, DatasetOptions } from "./dataset.ts";
import { type LexemeSource, Lexicons } from "./lexicon.ts";
import type { Table } from "./model.ts";
import { UnitMaker } from "./unit-maker.ts";
import { unitsOf, type Unit } from "./units.ts";
import { WorkerPool } from "./worker-pool.ts";

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

/** Rows of a unit that the feeding thread makes by itself: few, because whatever the server asks of it has to wait. */
const rowsByFeeder = 96;

/** Units that the feeding thread is ahead: the server is asked for the new words of so many at once. */
const unitsAheadOfFeeder = 8;

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

/** Who makes the rows of a dataset. */
export interface Makers {
    /** Threads; none leaves it to this one, as does a dataset that does not say where it comes from. */
    readonly workers: number;
    /** What search vectors are made of, and for which tables; without it they are left out. */
    readonly vectors?: { readonly lexemes: LexemeSource; readonly tables: readonly Table[] } | undefined;
}

/**
 * Makes the rows of a dataset, in worker threads if there are to be any, and ends the threads when `use` is done. The
 * threads never get further ahead than two units each, so memory stays flat however slow the reader is.
 */
export async function withGenerators<T>(
    dataset: Dataset,
    options: DatasetOptions,
    { workers, vectors }: Makers,
    use: (generators: Generators) => Promise<T>,
): Promise<T> {
    if (dataset.origin === undefined || workers === 0) {
        return use(vectors === undefined ? { chunks: copyChunks } : inThisThread(vectors));
    }
    const { scale, seed } = options;
    const pool = new WorkerPool(workers, dataset.origin, { scale, seed }, vectors?.lexemes);
    try {
        return await use({
            chunks: (table) =>
                ordered(
                    unitsOf(table),
                    (unit) => {
                        const chunk = pool.make(table.name, unit);
                        // Whoever stops reading early does not hear of the units behind.
                        chunk.catch(() => {});
                        return () => chunk;
                    },
                    workers * unitsAhead,
                ),
        });
    } finally {
        await pool.end();
    }
}

function inThisThread({ lexemes, tables }: NonNullable<Makers["vectors"]>): Generators {
    const lexicons = new Lexicons(lexemes, tables);
    const out = new ByteWriter();
    return {
        chunks: (table) => {
            if (Object.keys(table.searchVectors).length === 0) return copyChunks(table);
            const maker = new UnitMaker(table, lexicons);
            return ordered(unitsOf(table, rowsByFeeder), (unit) => maker.begin(out, unit), unitsAheadOfFeeder);
        },
    };
}

/**
 * Units in their order, of which so many are begun ahead, the first ones now.
 *
 * @param begin begins with a unit, and says how to get it when it is its turn
 */
function ordered(
    units: Iterator<Unit>,
    begin: (unit: Unit) => () => Promise<CopyChunk>,
    ahead: number,
): AsyncGenerator<CopyChunk> {
    const pending: (() => Promise<CopyChunk>)[] = [];
    const order = (): void => {
        const { value: unit, done } = units.next();
        if (done !== true) pending.push(begin(unit));
    };
    for (let i = 0; i < ahead; i++) order();
    return inTurn(pending, order);
}

/** What is pending, one after the other; another one is ordered for each that is taken. */
async function* inTurn(pending: (() => Promise<CopyChunk>)[], order: () => void): AsyncGenerator<CopyChunk> {
    yield { bytes: copyHeader, rows: 0 };
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        const chunk = await next();
        order();
        yield chunk;
    }
    yield { bytes: copyTrailer, rows: 0 };
}
