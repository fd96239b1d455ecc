import type { BtreeFigures } from "./figures.ts";

/** PostgreSQL's block size; servers built with another one do not exist among those we start. */
export const pageSize = 8192;

const headerSize = 24;
const specialSize = 16;
const specialAt = pageSize - specialSize;
const flags = { leaf: 1, root: 2 } as const;

/** Bytes of the tuple with no columns that leads to the only child: less than every key. */
const pivotSize = 8;
const hasPivotForm = 0x2000;
const normalItem = 1 << 15;

/** Where the fields of a b-tree's first page lie. */
const metaField = { root: 24 + 8, level: 24 + 12, fastRoot: 24 + 16, fastLevel: 24 + 20 } as const;

/** Share of an inner page that a build fills, and what each key costs there beside its own bytes. */
const innerFill = 0.7;
const itemOverhead = 12;

/**
 * Pages that an inner page of a b-tree leads to: as seen where there is more than one level of them, else as many keys
 * as fit. A key without known width is taken to have 16 bytes.
 *
 * @param keys entries of the root
 */
export function btreeFanout(
    { pages, keyWidth }: { readonly pages: number; readonly keyWidth: number | null },
    height: number,
    keys: number,
): number {
    if (height > 1 && keys > 0) return Math.max(2, Math.round((pages / keys) ** (1 / (height - 1))));
    const aligned = Math.ceil((keyWidth ?? 16) / 8) * 8;
    const fitting = Math.floor(((pageSize - headerSize - specialSize) * innerFill) / (aligned + itemOverhead));
    return Math.max(2, keys, fitting);
}

/** The form of a b-tree that has grown or shrunk to so many pages. */
export function grownBtree(btree: BtreeFigures, from: number, to: number): BtreeFigures {
    // Of the pages one is the first, which says where the root is.
    const levels = (pages: number): number => Math.ceil(Math.log(Math.max(1, pages - 1)) / Math.log(btree.fanout));
    return { ...btree, height: Math.max(0, btree.height + levels(to) - levels(from)) };
}

/**
 * The pages of an empty b-tree of some height, after its first page: a root, one page a level, and an empty leaf. The
 * planner prices a descent by the height that the first page tells, and reads the ends of an index to learn the
 * greatest and least values; both then work, and it finds no rows. Their checksums are not set.
 */
export function btreePages(height: number): Buffer[] {
    return Array.from({ length: height + 1 }, (_, depth) => {
        const level = height - depth;
        const page = Buffer.alloc(pageSize);
        const isLeaf = level === 0;
        const lower = isLeaf ? headerSize : headerSize + 4;
        const upper = isLeaf ? specialAt : specialAt - pivotSize;
        page.writeUInt16LE(lower, 12);
        page.writeUInt16LE(upper, 14);
        page.writeUInt16LE(specialAt, 16);
        page.writeUInt16LE(pageSize | 4, 18);
        if (!isLeaf) {
            page.writeUInt32LE((upper | normalItem | (pivotSize << 17)) >>> 0, headerSize);
            const child = depth + 2;
            page.writeUInt16LE(child >>> 16, upper);
            page.writeUInt16LE(child & 0xffff, upper + 2);
            page.writeUInt16LE(pivotSize | hasPivotForm, upper + 6);
        }
        page.writeUInt32LE(level, specialAt + 8);
        page.writeUInt16LE((isLeaf ? flags.leaf : 0) | (depth === 0 ? flags.root : 0), specialAt + 12);
        return page;
    });
}

/** The first page of a b-tree, told that its root is page 1 and so high. */
export function withHeight(firstPage: Buffer, height: number): Buffer {
    const page = Buffer.from(firstPage);
    page.writeUInt32LE(1, metaField.root);
    page.writeUInt32LE(height, metaField.level);
    page.writeUInt32LE(1, metaField.fastRoot);
    page.writeUInt32LE(height, metaField.fastLevel);
    return page;
}
