import { describe, expect, it } from "vitest";
import { capitalised, numberFrom, oneOf, phrase, repeated, sometimes, textOf, words } from "../../src/data/prose.ts";
import { zipf } from "../../src/data/distributions.ts";
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

    it("takes text before, after and between parts, however they are nested", () => {
        const always = sometimes(1, phrase`[${thing}]`);
        const nested = phrase`<${oneOf(phrase`${always}`)}${always}>${oneOf(phrase`!`)}${repeated(0, 0, thing)}?`;
        const part = /\[(?:report|form|élan)\]/u.source;
        for (let row = 0; row < 50; row++) {
            expect(textOf(nested, stream.draws(row))).toMatch(new RegExp(`^<${part}${part}>!\\?$`, "u"));
        }
    });

    it("says the same alone and within a larger text", () => {
        const inner = phrase`${sometimes(0.5, thing)} ${numberFrom(0, 1_000_000_000)}`;
        for (let row = 0; row < 200; row++) {
            const draws = stream.draws(row);
            const [first, second] = [textOf(inner, draws), textOf(inner, draws)];
            expect(textOf(phrase`${inner}, ${inner}`, stream.draws(row))).toBe(`${first}, ${second}`);
        }
    });

    it("repeats as often as each number of times is likely", () => {
        const counts = Array.from(
            { length: 3_000 },
            (_, row) => textOf(repeated(0, 2, phrase`x`), stream.draws(row)).length,
        );
        // Nothing, x, and x x.
        for (const length of [0, 1, 3]) {
            expect(counts.filter((count) => count === length).length / counts.length).toBeCloseTo(1 / 3, 1);
        }
    });

    it("draws each word as often as its weight says, and all that the list has", () => {
        const list = Array.from({ length: 700 }, (_, i) => `w${i} `);
        const law = zipf(list.length, 0.7);
        const word = words(list, 0.7);
        for (let row = 0; row < 5_000; row++) {
            expect(textOf(word, stream.draws(row))).toBe(list[law.at(stream.draws(row).fraction())]);
        }
    });

    it("copies text whose bytes would be no number", () => {
        // 0x7f behind the lead of four bytes, at every distance from the beginning.
        for (let before = 0; before < 20; before++) {
            const text = `${"a".repeat(before)}\u{10ffff}\x7f\u{1f600}\x7f\x7f`;
            expect(textOf(words([text], 1), stream.draws(1))).toBe(text);
        }
    });

    it("refuses numbers that it could not write", () => {
        expect(() => textOf(numberFrom(-1, 5), stream.draws(1))).toThrow(RangeError);
        expect(() => textOf(numberFrom(0, 2e9), stream.draws(1))).toThrow(RangeError);
    });
});
