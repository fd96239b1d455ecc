import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { counted } from "../core/counted.ts";
import { quoteName } from "../core/quote.ts";
import type { CopyChunk } from "./copy.ts";
import type { TableFile } from "./dataset.ts";
import { loadedColumns, type Table } from "./model.ts";

/**
 * Most bytes of a message to the server. It takes in each as a whole before it reads a row of it, the faster the less
 * there is; and the socket asks for more before it is empty only if it holds several.
 */
const messageBytes = 32 * 1024;

/** Bytes that are made ahead while the socket takes no more, so that the server never waits for them. */
const bytesAhead = 128 * 1024;

export interface LoadedTable {
    readonly name: string;
    readonly rows: number;
    /** Milliseconds from the first byte sent to the table to the server's answer. */
    readonly ms: number;
}

/**
 * Streams the rows of a model into its table. Whoever makes them waits whenever the server or the socket does.
 *
 * @param onRows is told of rows that were handed on
 */
export async function copyTable(
    client: pg.Client,
    table: Table,
    chunks: AsyncIterable<CopyChunk> | Iterable<CopyChunk>,
    signal: AbortSignal,
    onRows: (rows: number) => void,
): Promise<LoadedTable> {
    const columns = columnList(loadedColumns(table).map(({ name }) => name));
    const source = Readable.from(bytesOf(chunks, onRows), { objectMode: false, highWaterMark: bytesAhead });
    const loaded = await copy(client, table.name, `${columns} from stdin (format binary)`, source, signal);
    if (loaded.rows !== table.rows) {
        throw new Error(
            `the order of ${table.name} yields ${counted(loaded.rows, "row")}, its model declares ${table.rows}`,
        );
    }
    return loaded;
}

/** Streams a file into its table, as it is. A header must name the columns that its fields go to, in their order. */
export async function copyFile(client: pg.Client, file: TableFile, signal: AbortSignal): Promise<LoadedTable> {
    const { table, path, format, columns, hasHeader } = file;
    const options = `format ${format}${hasHeader === true ? ", header match" : ""}`;
    const source = createReadStream(path);
    return copy(client, table, `${columns ? columnList(columns) : ""} from stdin (${options})`, source, signal);
}

async function copy(
    client: pg.Client,
    name: string,
    how: string,
    source: Readable,
    signal: AbortSignal,
): Promise<LoadedTable> {
    const startedMs = performance.now();
    const sink = client.query(copyFrom(`copy ${quoteName("public", name)} ${how}`));
    await pipeline(source, sink, { signal });
    return { name, rows: sink.rowCount, ms: performance.now() - startedMs };
}

async function* bytesOf(
    chunks: AsyncIterable<CopyChunk> | Iterable<CopyChunk>,
    onRows: (rows: number) => void,
): AsyncGenerator<Buffer> {
    for await (const { bytes, rows } of chunks) {
        const part = Math.ceil(bytes.length / Math.ceil(bytes.length / messageBytes));
        for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
        onRows(rows);
    }
}

function columnList(names: readonly string[]): string {
    return `(${names.map((name) => quoteName(name)).join(", ")})`;
}
