import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { findingsOfHistory } from "../../src/measure/history/findings-of-history.ts";
import { trendsOf } from "../../src/measure/history/trends.ts";
import { historyMarkdown } from "../../src/report/history-markdown.ts";
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

describe("historyMarkdown", () => {
    const slower: Finding = {
        code: "change-point",
        severity: "error",
        subject: "order/open_orders#typical",
        message: "1.30 times slower since 2026-11-19: 1.00 → 1.30 of the reference",
        detail: "the commit was a and is b\nthe plan is the same",
    };

    it("opens with a marker and a table that is the same each time", () => {
        const faster: Finding = {
            ...slower,
            severity: "warning",
            subject: "order/a#hot",
            message: "1.20 times faster",
        };
        expect(historyMarkdown([faster, slower], "2026-11-22T02:17:00.000Z")).toBe(
            `<!-- pgassay history -->
### Lasting changes that the night of 2026-11-22 is the first to show

| | cases |
| --- | ---: |
| slower | 1 |
| faster | 1 |

- **error** \`change-point\` order/open_orders#typical: 1.30 times slower since 2026-11-19: 1.00 → 1.30 of the reference
  \`\`\`text
  the commit was a and is b
  the plan is the same
  \`\`\`

- **warning** \`change-point\` order/a#hot: 1.20 times faster
  \`\`\`text
  the commit was a and is b
  the plan is the same
  \`\`\`
`,
        );
    });

    it("fits an issue of GitHub, and says what it leaves out", () => {
        const many = Array.from({ length: 100 }, (_, i) => ({
            ...slower,
            subject: `a/${i}#b`,
            detail: "x".repeat(2000),
        }));
        const text = historyMarkdown(many, "2026-11-22T02:17:00.000Z");
        expect(text.length).toBeLessThanOrEqual(65_536);
        expect(text).toContain("| slower | 100 |");
        expect(text).toMatch(/_\d+ more parts left out/);
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
