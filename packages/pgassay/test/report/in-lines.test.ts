import { expect, test } from "vitest";
import { inLines } from "../../src/report/in-lines.ts";

const words = "one two three four five six seven eight nine ten eleven";

test("a text that goes to no terminal stays as it is", () => {
    expect(inLines(words.repeat(9), undefined, 4)).toBe(words.repeat(9));
});

test("a text breaks between words and is indented from the second line on", () => {
    expect(inLines(words, 40, 4)).toBe("one two three four five six seven eight\n    nine ten eleven");
    expect(inLines(`        ${words}`, 40, 8)).toBe(
        "        one two three four five six\n        seven eight nine ten eleven",
    );
});

test("a word that is longer than a line has one of its own", () => {
    const long = "x".repeat(50);
    expect(inLines(`a ${long} b`, 40, 2)).toBe(`a\n  ${long}\n  b`);
});
