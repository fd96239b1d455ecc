import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Finding } from "../../src/core/finding.ts";
import { readFindingPages } from "../../src/report/finding-pages.ts";
import { renderSarif } from "../../src/report/sarif.ts";

/** The schema that OASIS published with the format, but for the one form of text that zod takes for another. */
const sarif = z.fromJSONSchema(
    JSON.parse(
        JSON.stringify(schema, (key, value: unknown) =>
            key === "format" && value === "uri-reference" ? undefined : value,
        ),
    ) as Parameters<typeof z.fromJSONSchema>[0],
);

const pages = await readFindingPages();
const findings: Finding[] = [
    { code: "no-rows", severity: "warning", subject: "task/a b#hot", message: "found nothing" },
    { code: "index-not-used", severity: "error", subject: "task/a#hot", message: "is not used", detail: "Seq Scan\n" },
    { code: "squawk-adding-field", severity: "error", subject: "1_a.sql:3", message: "locks" },
    { code: "unheard-of", severity: "error", subject: "somewhere", message: "is wrong" },
];
const locations = new Map([
    ["task/a b#hot", { file: "queries/task/a b.sql", line: 4 }],
    ["1_a.sql:3", { file: "migrations/1_a.sql", line: 3 }],
]);

interface Log {
    runs: {
        tool: { driver: { rules: { id: string; help?: { markdown: string }; shortDescription?: { text: string } }[] } };
        automationDetails: { id: string };
        results: {
            partialFingerprints: Record<string, string>;
            ruleId: string;
            ruleIndex: number;
            level: string;
            message: { text: string };
            locations: object[];
        }[];
    }[];
}

function rendered(all: readonly Finding[]): Log {
    return JSON.parse(renderSarif(all, { version: "1.2.3", pages, locations, category: "pgassay/plan" })) as Log;
}

describe("renderSarif", () => {
    it.each([{ all: findings }, { all: [] }])(
        "keeps to the schema of the format, with $all.length findings",
        ({ all }) => {
            expect(sarif.safeParse(rendered(all)).error).toBeUndefined();
        },
    );

    it("would not keep to it with a level or a line that there is not", () => {
        const text = JSON.stringify(rendered(findings));
        for (const broken of [
            text.replace('"level":"warning"', '"level":"bad"'),
            text.replace(/"startLine":\d/, '"startLine":0'),
        ]) {
            expect(broken).not.toBe(text);
            expect(sarif.safeParse(JSON.parse(broken)).success).toBe(false);
        }
    });

    it("explains each code that occurs by its page, and one of another program by the page of that", () => {
        const [run] = rendered(findings).runs;
        const rules = run?.tool.driver.rules ?? [];
        expect(rules.map(({ id }) => id)).toEqual(["index-not-used", "no-rows", "squawk-adding-field", "unheard-of"]);
        expect(rules[0]?.help?.markdown).toMatch(/^# index-not-used\n/);
        expect(rules[0]?.shortDescription?.text).toMatch(/^The index exists, .*\.$/);
        expect(rules[2]?.help?.markdown).toMatch(/^# squawk\n/);
        expect(rules[3]?.help).toBeUndefined();
        for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex]?.id).toBe(ruleId);
    });

    it("names a finding by its code and what it is about, wherever it stands, and the second of them as such", () => {
        const [plan, other] = [rendered(findings), rendered([...findings].reverse().concat(findings.slice(0, 1)))];
        expect(plan.runs[0]?.automationDetails).toEqual({ id: "pgassay/plan/" });
        const named = ({ runs: [run] }: Log): [string, string][] =>
            (run?.results ?? []).map((one) => [one.ruleId, one.partialFingerprints["primaryLocationLineHash"] ?? ""]);
        const names = new Map(named(plan));
        expect(new Set(names.values()).size).toBe(findings.length);
        const again = named(other).filter(([code]) => code === "no-rows");
        expect(again.map(([, name]) => name)).toEqual([names.get("no-rows"), names.get("no-rows")?.replace(/1$/, "2")]);
        for (const [code, name] of named(other)) if (code !== "no-rows") expect(name).toBe(names.get(code));
    });

    it("says where a finding is, by file and line and by name", () => {
        const [run] = rendered(findings).runs;
        const results = new Map(run?.results.map((result) => [result.ruleId, result]));
        expect(results.get("no-rows")).toMatchObject({
            level: "warning",
            message: { text: "task/a b#hot: found nothing" },
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: "queries/task/a%20b.sql" },
                        region: { startLine: 4 },
                    },
                    logicalLocations: [{ fullyQualifiedName: "task/a b#hot" }],
                },
            ],
        });
        expect(results.get("index-not-used")?.message.text).toBe("task/a#hot: is not used\n\nSeq Scan");
        expect(results.get("unheard-of")?.locations).toEqual([
            { logicalLocations: [{ fullyQualifiedName: "somewhere" }] },
        ]);
    });
});
