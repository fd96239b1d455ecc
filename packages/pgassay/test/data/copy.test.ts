import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { copyChunks, copyDigest, rowChunks } from "../../src/data/copy.ts";
import { smallDataset } from "./small-dataset.ts";

const [loans] = smallDataset({ loans: 20_000 }).tables({ seed: 1, scale: 1 });
const [others] = smallDataset({ loans: 20_000 }).tables({ seed: 2, scale: 1 });
if (loans === undefined || others === undefined) throw new Error("the small dataset has no tables");

describe("copyChunks", () => {
    it.each([1, 100, 4_096, 10_000_000])("makes the same bytes in chunks of %i", (chunkBytes) => {
        expect(copyDigest(loans, chunkBytes)).toBe(copyDigest(loans));
    });

    it("makes other bytes for another seed", () => {
        expect(copyDigest(others)).not.toBe(copyDigest(loans));
    });

    it("counts every row once and keeps chunks small", () => {
        const chunks = [...copyChunks(loans, 4_096)];
        expect(chunks.reduce((sum, { rows }) => sum + rows, 0)).toBe(20_000);
        expect(Math.max(...chunks.map(({ bytes }) => bytes.length))).toBeLessThan(4_096 + 200);
    });

    it("hands over memory that later rows do not overwrite", () => {
        const generator = copyChunks(loans, 1_000);
        generator.next();
        const { value } = generator.next();
        const before = digestOf([value?.bytes ?? Buffer.alloc(0)]);
        generator.next();
        expect(digestOf([value?.bytes ?? Buffer.alloc(0)])).toBe(before);
    });
});

describe("rowChunks", () => {
    it("makes of ranges of batches what copyChunks makes of the whole", () => {
        const { batches } = loans.order;
        expect(batches).toBe(3);
        const parts = [2, 0, 1].map((batch) => [...rowChunks(loans, batch, batch + 1)].map(({ bytes }) => bytes));
        const ordered = [parts[1], parts[2], parts[0]].flatMap((part) => part ?? []);
        const whole = [...copyChunks(loans)].map(({ bytes }) => bytes);
        expect(digestOf(ordered)).toBe(digestOf(whole.slice(1, -1)));
    });
});

function digestOf(parts: readonly Buffer[]): string {
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    return hash.digest("hex");
}
