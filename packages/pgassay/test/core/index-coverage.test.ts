import { describe, expect, it } from "vitest";
import { rankProposals, worthOf, type ProposedIndex } from "../../src/core/index-coverage.ts";

function proposed(name: string, saved: readonly number[], walBytesPerRow?: number, bytes = 8192): ProposedIndex {
    const gains = saved.map((blocks, i) => ({ query: `q${i}`, case: "typical", blocks: blocks + 3, blocksWith: 3 }));
    const cost = walBytesPerRow === undefined ? {} : { walBytesPerRow };
    return { schema: "public", table: "t", name, definition: "", bytes, gains, replaces: [], ...cost };
}

describe("proposed indexes", () => {
    it("are ranked by the blocks that they save for each byte that a row costs", () => {
        const ranked = rankProposals([
            proposed("much for much", [600, 400], 500),
            proposed("little for little", [300], 60),
            proposed("as much, shorter", [600], 120, 4096),
            proposed("nearly free", [40], 0),
        ]);
        expect(ranked.map(({ name }) => name)).toEqual([
            "nearly free",
            "as much, shorter",
            "little for little",
            "much for much",
        ]);
        expect(ranked.map(worthOf)).toEqual([40, 5, 5, 2]);
    });

    it("are ranked by what they save where the log tells nothing, after the others", () => {
        const ranked = rankProposals([proposed("b", [100]), proposed("a", [900]), proposed("known", [32], 900)]);
        expect(ranked.map(({ name }) => name)).toEqual(["known", "a", "b"]);
    });
});
