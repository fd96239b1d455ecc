import { describe, expect, it } from "vitest";
import { capitalised, numberFrom, oneOf, phrase, repeated, sometimes, textOf, words } from "../../src/data/prose.ts";
import { Stream } from "../../src/data/random.ts";

const stream = new Stream(1, "text");
const thing = words(["report", "form", "élan"], 1);

describe("prose", () => {
    it("joins parts, and says the same for the same row", () => {
        const sentence = phrase`${capitalised(thing)} ${numberFrom(5, 5)}: ${repeated(2, 2, thing)}.`;
        const text = textOf(sentence, stream.draws(1));
        expect(text).toMatch(/^(?:Report|Form|élan) 5: (?:report|form|élan) (?:report|form|élan)\.$/);
        expect(textOf(sentence, stream.draws(1))).toBe(text);
    });

    it("draws words by Zipf's law", () => {
        const drawn = Array.from({ length: 6_000 }, (_, row) => textOf(thing, stream.draws(row)));
        // 1 : 1/2 : 1/3 of 11/6.
        expect(drawn.filter((word) => word === "report").length / drawn.length).toBeCloseTo(6 / 11, 1);
        expect(drawn.filter((word) => word === "élan").length / drawn.length).toBeCloseTo(2 / 11, 1);
    });

    it("chooses among alternatives and leaves out what is not due", () => {
        const choice = oneOf(phrase`a`, phrase`b`, sometimes(0, thing));
        expect(new Set(Array.from({ length: 50 }, (_, row) => textOf(choice, stream.draws(row))))).toEqual(
            new Set(["a", "b", ""]),
        );
    });
});
