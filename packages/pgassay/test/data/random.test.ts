import { describe, expect, it } from "vitest";
import { mix, Stream } from "../../src/data/random.ts";

describe("mix", () => {
    it("is the finaliser of MurmurHash3", () => {
        // Values of fmix32 in the reference implementation.
        expect([0, 1, 2, 0xffffffff].map(mix)).toEqual([0, 0x514e28b7, 0x30f4c306, 0x81f16f39]);
    });
});

describe("Stream", () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => row);

    it("yields the same for a row whenever it is asked", () => {
        const stream = new Stream(7, "tasks.status");
        const forwards = rows.map((row) => stream.word(row));
        const again = new Stream(7, "tasks.status");
        expect(rows.toReversed().map((row) => again.word(row))).toEqual(forwards.toReversed());
    });

    it.each([
        ["another seed", new Stream(8, "tasks.status")],
        ["a seed that agrees in its lower 32 bits", new Stream(7 + 2 ** 32, "tasks.status")],
        ["another name", new Stream(7, "tasks.statuS")],
    ])("has nothing in common with %s", (_, other) => {
        const stream = new Stream(7, "tasks.status");
        expect(rows.filter((row) => stream.word(row) === other.word(row))).toEqual([]);
        expect(
            Math.abs(
                correlation(
                    rows.map((r) => stream.fraction(r)),
                    rows.map((r) => other.fraction(r)),
                ),
            ),
        ).toBeLessThan(0.03);
    });

    it("never repeats its first word", () => {
        const stream = new Stream(1, "tasks.id");
        expect(new Set(rows.map((row) => stream.word(row))).size).toBe(rows.length);
    });

    it("spreads evenly over 100 bins, first words and sequences alike", () => {
        const stream = new Stream(1, "x");
        expect(chiSquare(rows.map((row) => stream.below(row, 100)))).toBeLessThan(160);
        expect(chiSquare(rows.map((row) => lastOf(stream, row, 5)))).toBeLessThan(160);
    });

    it("gives neighbouring rows unrelated sequences", () => {
        const stream = new Stream(1, "x");
        const sequences = rows.slice(0, 2_000).map((row) => {
            const draws = stream.draws(row);
            return Array.from({ length: 10 }, () => draws.word());
        });
        expect(new Set(sequences.flat()).size).toBe(20_000);
    });

    it("starts a sequence anew with each call", () => {
        const stream = new Stream(1, "x");
        const first = stream.draws(3).word();
        stream.draws(4).word();
        expect(stream.draws(3).word()).toBe(first);
    });
});

function lastOf(stream: Stream, row: number, count: number): number {
    const draws = stream.draws(row);
    let last = 0;
    for (let i = 0; i < count; i++) last = draws.below(100);
    return last;
}

/** For 99 degrees of freedom; above 160 in one of 10,000 cases. */
function chiSquare(bins: readonly number[]): number {
    const expected = bins.length / 100;
    const counts = Array<number>(100).fill(0);
    for (const bin of bins) counts[bin] = (counts[bin] ?? 0) + 1;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(a: readonly number[], b: readonly number[]): number {
    const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / values.length;
    const [ma, mb] = [mean(a), mean(b)];
    const covariance = mean(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)));
    return covariance / Math.sqrt(mean(a.map((v) => (v - ma) ** 2)) * mean(b.map((v) => (v - mb) ** 2)));
}
