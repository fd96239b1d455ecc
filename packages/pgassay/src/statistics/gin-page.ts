import type { GinFigures } from "./figures.ts";

/** Where the counts on a GIN index's first page lie. */
const field = { totalPages: 24 + 24, entryPages: 24 + 28, dataPages: 24 + 32, entries: 24 + 40 } as const;

/** The first page of a GIN index with other counts, which the planner prices a search by. Its checksum is not set. */
export function withCounts(
    firstPage: Buffer,
    totalPages: number,
    { entryPages, dataPages, entries }: GinFigures,
): Buffer {
    const page = Buffer.from(firstPage);
    page.writeUInt32LE(totalPages, field.totalPages);
    page.writeUInt32LE(entryPages, field.entryPages);
    page.writeUInt32LE(dataPages, field.dataPages);
    page.writeBigInt64LE(BigInt(entries), field.entries);
    return page;
}
