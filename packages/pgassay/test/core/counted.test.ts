import { expect, it } from "vitest";
import { counted } from "../../src/core/counted.ts";

it.each([
    [0, "file", "0 files"],
    [1, "test file", "1 test file"],
    [2, "test file", "2 test files"],
    [1, "query", "1 query"],
    [12_345, "query", "12,345 queries"],
    [3, "day", "3 days"],
    [2, "index", "2 indexes"],
])("counts %i of %j", (number, noun, text) => {
    expect(counted(number, noun)).toBe(text);
});
