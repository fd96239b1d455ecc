import { expect, it } from "vitest";
import type { FileResult } from "../../src/core/test-result.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";

const assertion = { number: 2, description: "100%: a, b", passed: false, diagnostics: ["have: 1", "want: 2"], line: 7 };
const results: FileResult[] = [
    { file: "fine.sql", assertions: [{ ...assertion, passed: true }], problems: [], durationMs: 1 },
    { file: "a,b.sql", assertions: [assertion], problems: [{ message: "it printed no plan" }], durationMs: 1 },
];

it("names file, line and title, and ends no command early", () => {
    expect(renderAnnotations(results, (file) => `db/${file}`).split("\n")).toEqual([
        "::error file=db/a%2Cb.sql,line=7,title=not ok 2 100%25%3A a%2C b::have: 1%0Awant: 2",
        "::error file=db/a%2Cb.sql,title=problem::it printed no plan",
    ]);
});

it("says nothing when nothing failed", () => {
    expect(renderAnnotations(results.slice(0, 1), (file) => file)).toBe("");
});
