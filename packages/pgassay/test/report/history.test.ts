import { describe, expect, it } from "vitest";
import { findingsOfHistory } from "../../src/measure/history/findings-of-history.ts";
import { trendsOf } from "../../src/measure/history/trends.ts";
import { renderHistory } from "../../src/report/history.ts";
import { sparkline } from "../../src/report/sparkline.ts";
import { exampleHistoryCase } from "../core/example-history.ts";
import { runsOf, startOf } from "../measure/history/synthetic.ts";

describe("renderHistory", () => {
    it("prints a line a case with its trend, then the findings and what they come to", async () => {
        const runs = runsOf(Array.from({ length: 24 }, (_, night) => (night < 20 ? 0.4 : 0.5) + (night % 3) / 200)).map(
            (run, night) => ({
                ...run,
                cases: [...run.cases, exampleHistoryCase(3 - (night % 2) / 20, { case: "cold" })],
            }),
        );
        const latest = runs.at(-1);
        if (!latest) throw new Error("no run");
        const alert = {
            query: "order/latest_of_customer",
            case: "hot",
            since: startOf(20),
            before: 0.405,
            after: 0.505,
        };
        const trends = trendsOf(runs);
        const findings = findingsOfHistory({ ...latest, alerts: [{ kind: "alert", ...alert }] }, trends);
        await expect(renderHistory(trends, findings, runs.length, { color: false })).toMatchFileSnapshot("history.txt");
    });
});

describe("sparkline", () => {
    it("draws the smallest at the bottom and the greatest at the top", () => {
        expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8])).toBe("▁▂▃▄▅▆▇█");
        expect(sparkline([1, 1, 2, 2])).toBe("▁▁██");
    });

    it("draws what hardly differs as a line in the middle", () => {
        expect(sparkline([1, 1, 1])).toBe("▄▄▄");
        expect(sparkline([1, 1.01, 0.99])).toBe("▄▅▄");
    });
});
