import { createHash } from "node:crypto";
import { ByteWriter } from "./byte-writer.ts";
import type { Table } from "./model.ts";

/** What a binary COPY begins with: the signature, no flags, no extension of the header. */
export const copyHeader = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");

/** What a binary COPY ends with: a row of −1 fields. */
export const copyTrailer = Buffer.from([0xff, 0xff]);

/** Bytes after which a chunk is handed on, unless told otherwise; a row more may follow. */
const defaultChunkBytes = 64 * 1024;

/** A piece of a table in the binary format of COPY, and the number of rows that end in it. */
export interface CopyChunk {
    readonly bytes: Buffer;
    readonly rows: number;
}

/**
 * A whole table as the input of `COPY … FROM STDIN (FORMAT binary)`. The bytes in sequence are the same however they
 * are cut into chunks; only one chunk is in memory at a time.
 */
export function* copyChunks(table: Table, chunkBytes = defaultChunkBytes): Generator<CopyChunk> {
    yield { bytes: copyHeader, rows: 0 };
    yield* rowChunks(table, 0, table.order.batches, chunkBytes);
    yield { bytes: copyTrailer, rows: 0 };
}

/** The rows of some of a table's batches, without what frames them in a COPY. */
export function* rowChunks(
    table: Table,
    fromBatch: number,
    toBatch: number,
    chunkBytes = defaultChunkBytes,
): Generator<CopyChunk> {
    const out = new ByteWriter();
    let rows = 0;
    for (let batch = fromBatch; batch < toBatch; batch++) {
        const numbers = table.order.batch(batch);
        for (let i = 0; i < numbers.length; i++) {
            table.writeRow(out, numbers[i] ?? 0);
            rows++;
            if (out.length < chunkBytes) continue;
            yield { bytes: out.take(), rows };
            rows = 0;
        }
    }
    if (rows > 0) yield { bytes: out.take(), rows };
}

/** SHA-256 of a table's COPY input, in hexadecimal. */
export function copyDigest(table: Table, chunkBytes = defaultChunkBytes): string {
    const hash = createHash("sha256");
    for (const { bytes } of copyChunks(table, chunkBytes)) hash.update(bytes);
    return hash.digest("hex");
}
