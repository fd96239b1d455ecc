import { expect, it } from "vitest";
import { lineDiff } from "../../src/core/line-diff.ts";

const letters = "abcdefghijklmnopqrstuvwxyz".split("");

function text(lines: readonly string[]): string {
    return lines.join("\n");
}

it("is empty for equal texts", () => {
    expect(lineDiff("a\nb", "a\nb", 10)).toBe("");
});

it("shows what changed, with three lines around it, in hunks", () => {
    const changed = letters.flatMap((letter) => (letter === "d" ? ["D"] : letter === "t" ? [] : [letter]));
    expect(lineDiff(text(letters), text([...changed, "end"]), 40)).toBe(
        text([
            "@@ -1 +1 @@",
            " a",
            " b",
            " c",
            "-d",
            "+D",
            " e",
            " f",
            " g",
            "@@ -17 +17 @@",
            " q",
            " r",
            " s",
            "-t",
            " u",
            " v",
            " w",
            " x",
            " y",
            " z",
            "+end",
        ]),
    );
});

it("keeps lines that only moved apart", () => {
    expect(lineDiff("a\nb\nc", "x\na\ny\nb\nz\nc", 10)).toBe(text(["@@ -1 +1 @@", "+x", " a", "+y", " b", "+z", " c"]));
});

it("says how much it leaves out", () => {
    expect(lineDiff("", text(letters), 3)).toBe(text(["@@ -1 +1 @@", "-", "+a", "… and 25 more lines"]));
});

it("shows very large differences as replaced", () => {
    const many = (prefix: string): string => text(Array.from({ length: 2_100 }, (_, at) => `${prefix}${at % 50}`));
    const lines = lineDiff(many("a"), many("b"), 5_000).split("\n");
    expect(lines.findLastIndex((line) => line.startsWith("-"))).toBeLessThan(
        lines.findIndex((line) => line.startsWith("+")),
    );
    expect(lines).toHaveLength(4_201);
});
