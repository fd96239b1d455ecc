import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { drawTable, type Column } from "../../src/report/draw-table.ts";

const columns: readonly Column[] = [
    { title: "name" },
    { title: "size", align: "right", goes: 2 },
    { title: "share", align: "right", goes: 1 },
    { title: "verdict" },
];
const rows = [
    ["first", "1,000", "1 %", "ok"],
    ["the second", "2", "99 %", "\u001b[31mslower\u001b[39m\nand larger"],
];

const whole = `name         size  share  verdict
first       1,000    1 %  ok
the second      2   99 %  slower
                          and larger
`;

const drawn = (width?: number): string => stripVTControlCharacters(drawTable(columns, rows, { color: false, width }));

describe("drawTable", () => {
    it("draws all columns where there is no terminal, or one that is wide enough", () => {
        expect(drawn()).toBe(whole);
        expect(drawn(36)).toBe(whole);
    });

    it("leaves columns out in their order until the others fit, and says which", () => {
        expect(drawn(35)).toBe(`name         size  verdict
first       1,000  ok
the second      2  slower
                   and larger
(a wider terminal also shows: share)
`);
        expect(drawn(25)).toContain("also shows: size, share)");
    });

    it("keeps what has no order, however narrow the terminal is", () => {
        expect(drawn(3)).toMatch(/^name +verdict$/m);
    });
});
