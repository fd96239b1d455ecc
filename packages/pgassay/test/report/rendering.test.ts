import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import type { ModelledCase } from "../../src/core/modelled-plan.ts";
import { renderBench } from "../../src/report/bench.ts";
import { closingLine, renderFindings } from "../../src/report/findings.ts";
import { renderModelled } from "../../src/report/modelled.ts";
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

describe("what a plan is without", () => {
    const sizes = (query: string): ModelledCase => ({
        query,
        case: "all",
        plans: [{ scale: 100, tree: ["Seq Scan on sale"], cost: 1, rows: 1 }],
    });
    const call = examplePlan("sale/archive", "all", { tree: ["Call", "  Delete on sale"] });
    const foreign = examplePlan("sale/codes", "all", { tree: ["Hash Join", "  Hash", "    Foreign Scan on code"] });
    const own = examplePlan("sale/own", "all", { tree: ["Seq Scan on sale  filter: (note = 'Foreign Scan')"] });

    it("is said of calls and foreign tables where sizes are modelled", () => {
        const modelled = [sizes("sale/codes"), sizes("sale/own")];
        const text = renderPlan(exampleRun({ plans: [call, foreign, own], latencies: [], modelled }), plain);
        const [ofCall, ofForeign, ofOwn] = text.split("\n\n");
        expect(ofCall).toContain("    not modelled: a call, which has no plan before it is executed");
        expect(ofForeign).toMatch(/ {4}modelled: another at scale 100\n {4}not modelled: foreign tables/);
        expect(ofOwn).not.toContain("not modelled");
        const loaded = renderPlan(exampleRun({ plans: [call, foreign], latencies: [] }), plain);
        expect(loaded).not.toContain("not modelled");
    });

    it("is said of them at modelled scales", () => {
        const codes = { ...sizes("sale/codes"), plans: [{ scale: 1, tree: foreign.tree, cost: 1, rows: 1 }] };
        const text = renderModelled([codes, sizes("sale/own")], ["sale/archive"], [], plain);
        expect(text.match(/not modelled: .*/g)).toEqual([
            "not modelled: foreign tables",
            "not modelled: sale/archive (a call, which has no plan before it is executed)",
        ]);
        expect(renderModelled([sizes("sale/own")], [], [], plain)).not.toContain("not modelled");
    });

    it("is said of policies, once", () => {
        const run = { plans: [own, call], latencies: [] };
        const without = renderPlan(exampleRun({ ...run, withoutPolicies: ["public.sale"] }), plain);
        expect(without.match(/planned without the policies of public\.sale: /g)).toHaveLength(1);
        const many = exampleRun({ ...run, withoutPolicies: ["a", "b", "c", "d", "e"] });
        expect(renderPlan(many, plain)).toContain("without the policies of a, b, c and 2 more: ");
        expect(renderPlan(exampleRun(run), plain)).not.toContain("policies");
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
