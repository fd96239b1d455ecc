import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { renderBench } from "../../src/report/bench.ts";
import { closingLine, renderFindings } from "../../src/report/findings.ts";
import { renderPlan } from "../../src/report/plan.ts";
import { exampleLatency, examplePlan, exampleRun, measurement } from "../core/example-run.ts";

const plain = { color: false };
const colored = { color: true };

/** A run whose names are as long as PostgreSQL allows. */
function runOfLongNames(): ReturnType<typeof exampleRun> {
    const query = "approval/approval_requests_of_project_that_are_overdue";
    const indexes = [`idx_approval_requests_${"x".repeat(41)}`, "users_pkey"];
    return exampleRun({
        plans: [examplePlan(query, "typical", { indexes })],
        latencies: [exampleLatency(query, "typical", 5, measurement(1, 2, 3))],
    });
}

describe("renderBench", () => {
    it("prints a line for each case, then the findings and what they come to", async () => {
        await expect(renderBench(exampleRun(), plain)).toMatchFileSnapshot("bench.txt");
    });

    it("is one line longer than its table when nothing is found", () => {
        const latencies = [exampleLatency("a/b", "c", 5, measurement(1, 2, 3))];
        const text = renderBench(exampleRun({ plans: [examplePlan("a/b", "c")], latencies }), plain);
        expect(text).toMatch(/ ok\n\n1 case, 0 findings\n$/);
    });

    it("cuts names short to keep to 132 columns, but never the name of the case", async () => {
        const text = renderBench(runOfLongNames(), plain);
        for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(132);
        await expect(text).toMatchFileSnapshot("bench-long-names.txt");
    });

    it.each([80, 100, 120])("keeps to the %i columns of a terminal, its verdicts and names included", (width) => {
        for (const run of [exampleRun(), runOfLongNames()]) {
            const text = renderBench(run, { color: false, width });
            const [table = ""] = text.split("\n\n");
            for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
            for (const one of run.latencies) expect(table).toContain(`#${one.case}`);
            expect(table).toMatch(/verdict$/m);
        }
    });

    it("has no line that ends in a blank", () => {
        expect(renderBench(exampleRun(), plain)).not.toMatch(/[ \t]$/m);
    });

    it("says the same in colour", () => {
        const text = renderBench(exampleRun(), colored);
        expect(text).toContain("\u001b[31m");
        expect(stripVTControlCharacters(text).replace(/ +$/gm, "")).toBe(renderBench(exampleRun(), plain));
    });
});

describe("renderPlan", () => {
    it("prints the tree, indexes and buffers of each case, then the findings", async () => {
        await expect(renderPlan(exampleRun({ verb: "plan", latencies: [] }), plain)).toMatchFileSnapshot("plan.txt");
    });

    it("says the same in colour", () => {
        const text = renderPlan(exampleRun(), colored);
        expect(text).toContain("\u001b[31m");
        expect(stripVTControlCharacters(text)).toBe(renderPlan(exampleRun(), plain));
    });
});

describe("renderFindings", () => {
    const finding = (code: string, subject: string, more: Partial<Finding> = {}): Finding => ({
        code,
        severity: "error",
        subject,
        message: "is wrong",
        ...more,
    });

    it("breaks its lines between words on a terminal, and nowhere else", () => {
        const long = finding("a-code", "a/b#c", { message: "word ".repeat(20).trim(), detail: "x".repeat(100) });
        expect(renderFindings([long], plain)).toContain(long.message);
        const lines = renderFindings([long], { color: false, width: 60 }).split("\n");
        expect(lines.filter((line) => line.length > 60)).toEqual([`    ${"x".repeat(100)}`]);
        expect(lines.slice(0, 2)).toEqual([
            "error a-code a/b#c: word word word word word word word word",
            expect.stringMatching(/^ {4}word word/),
        ]);
        const painted = renderFindings([long], { color: true, width: 60 });
        expect(stripVTControlCharacters(painted)).toBe(renderFindings([long], { color: false, width: 60 }));
    });

    it("is empty without findings", () => {
        expect(renderFindings([], plain)).toBe("");
    });

    it("groups by code, errors first, in an order that does not depend on the input's", async () => {
        const findings = [
            finding("index-unused", "z_idx", { severity: "warning" }),
            finding("query-failed", "task/b#hot", { detail: "first line\n    indented\n\nlast line\n" }),
            finding("index-not-used", "task/b#hot"),
            finding("index-unused", "a_idx", { severity: "warning" }),
            finding("index-not-used", "task/a#hot", { detail: "Seq Scan on task" }),
        ];
        const text = renderFindings(findings, plain);
        expect(renderFindings(findings.toReversed(), plain)).toBe(text);
        await expect(text).toMatchFileSnapshot("findings.txt");
    });
});

describe("closingLine", () => {
    const error: Finding = { code: "a", severity: "error", subject: "b", message: "c" };
    const warning: Finding = { ...error, severity: "warning" };
    it.each([
        [58, [], "58 cases, 0 findings\n"],
        [1, [error], "1 case, 1 finding (1 error)\n"],
        [2, [warning, error, warning], "2 cases, 3 findings (1 error, 2 warnings)\n"],
    ])("counts %d cases", (cases, findings, line) => {
        expect(closingLine(cases, findings)).toBe(line);
    });
});
