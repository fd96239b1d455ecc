import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { checkWaivers, comparisonFindingCodes, queryFindingCodes, underRules } from "../../src/core/finding-policy.ts";
import type { FindingRules, Waiver } from "../../src/core/finding-policy.ts";
import type { Finding } from "../../src/core/finding.ts";

const changed: Finding = { code: "plan-changed", severity: "error", subject: "task/open#hot", message: "changed" };
const today = new Date("2026-11-22T23:59:59Z");
const waiver: Waiver = { finding: "plan-changed", subject: "task/open", until: "2026-11-22", reason: "next week" };

function after(rules: Partial<FindingRules>, finding = changed): Finding[] {
    return underRules([finding], { policy: {}, waivers: [], ...rules }, today);
}

describe("a policy", () => {
    it("makes a finding an error, a warning or nothing, and leaves others alone", () => {
        expect(after({})).toEqual([changed]);
        expect(after({ policy: { "plan-changed": "off" } })).toEqual([]);
        expect(after({ policy: { "plan-changed": "warn" } })).toEqual([{ ...changed, severity: "warning" }]);
        expect(after({ policy: { "plan-changed": "fail" } }, { ...changed, severity: "warning" })).toEqual([changed]);
        expect(after({ policy: { "no-rows": "off" } })).toEqual([changed]);
    });
});

describe("a waiver", () => {
    it("turns a finding into a warning that says why, to the end of its last day", () => {
        const message = "changed (waived until 2026-11-22: next week)";
        expect(after({ waivers: [waiver] })).toEqual([{ ...changed, severity: "warning", message }]);
        expect(after({ waivers: [{ ...waiver, subject: "task/open#hot" }] })).toMatchObject([{ message }]);
    });

    it.each([
        ["another finding", { finding: "no-rows" }],
        ["another query", { subject: "task/ope" }],
        ["another case", { subject: "task/open#cold" }],
        ["an earlier day", { until: "2026-11-21" }],
    ] as const)("of %s waives nothing", (_, other) => {
        expect(after({ waivers: [{ ...waiver, ...other }] })).toEqual([changed]);
    });

    it("that has expired is a finding", () => {
        expect(checkWaivers([{ ...waiver, until: "2026-11-21" }], [changed], today, () => true)).toEqual([
            {
                code: "waiver-expired",
                severity: "error",
                subject: "task/open",
                message: "the waiver of plan-changed ended on 2026-11-21 (next week): remove it, or decide anew",
            },
        ]);
    });

    it("that waives nothing is a warning, where its finding was looked for", () => {
        expect(checkWaivers([waiver], [changed], today, () => true)).toEqual([]);
        expect(checkWaivers([waiver], [], today, () => false)).toEqual([]);
        expect(checkWaivers([waiver], [], today, () => true)).toMatchObject([
            { code: "waiver-unused", severity: "warning", subject: "task/open" },
        ]);
    });
});

const judges = [
    "plan/**/*.ts",
    "measure/judge-latency.ts",
    "statistics/check-capture.ts",
    "statistics/find-outgrown.ts",
    "cli/modelled-goldens.ts",
];

describe("the codes that rules can name", () => {
    it("are those that the checks of queries give", async () => {
        const sources = fileURLToPath(new URL("../../src/", import.meta.url));
        const files = await glob([...judges], {
            cwd: sources,
            absolute: true,
            // Indexes and the model have exceptions of their own, and instability is looked at and gates nothing.
            ignore: ["plan/coverage/**", "plan/compare-model.ts", "plan/unstable-plans.ts"],
        });
        const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
        const given = texts.flatMap((text) => [...text.matchAll(/\bcode: "([a-z-]+)"/g)].map(([, code = ""]) => code));
        expect([...new Set(given)].toSorted()).toEqual([...queryFindingCodes]);
    });

    it("of comparisons are all that a comparison gives, but those that say that it is none", async () => {
        const file = new URL("../../src/measure/compare/findings-of-comparison.ts", import.meta.url);
        const text = await readFile(file, "utf8");
        const given = new Set([...text.matchAll(/\bcode: "([a-z-]+)"/g)].map(([, code = ""]) => code));
        for (const code of ["nothing-compared", "times-doubted", "times-missing"])
            expect(given.delete(code)).toBe(true);
        expect([...given].toSorted()).toEqual([...comparisonFindingCodes]);
    });
});
