import { describe, expect, it } from "vitest";
import type { HistoryAlert, HistoryRun } from "../../../src/core/history.ts";
import { findingsOfHistory } from "../../../src/measure/history/findings-of-history.ts";
import { trendsOf } from "../../../src/measure/history/trends.ts";
import { exampleHistory } from "../../core/example-history.ts";
import { runsOf, startOf } from "./synthetic.ts";

const alert: HistoryAlert = {
    kind: "alert",
    query: "order/latest_of_customer",
    case: "hot",
    since: startOf(1),
    before: 1,
    after: 1.25,
};

/** Two nights, the second of which is of other circumstances or another plan. */
function nights(head: Partial<HistoryRun["head"]> = {}, tree = exampleHistory().cases[0]?.tree ?? []): HistoryRun[] {
    return runsOf([1, 1.25]).map((run, night) =>
        night === 0
            ? run
            : { head: { ...run.head, ...head }, cases: run.cases.map((one) => ({ ...one, tree })), alerts: [alert] },
    );
}

const findings = (runs: readonly HistoryRun[]): ReturnType<typeof findingsOfHistory> => {
    const latest = runs.at(-1);
    return latest ? findingsOfHistory(latest, trendsOf(runs)) : [];
};

describe("an alert", () => {
    it("is an error that says how much slower, since when, and what else changed in that night", () => {
        expect(findings(nights())).toEqual([
            {
                code: "change-point",
                severity: "error",
                subject: "order/latest_of_customer#hot",
                message: "1.25 times slower since 2026-10-02: 1.00 → 1.25 of the reference",
                detail: "the commit was 000000000000 and is 100000000000\nthe plan is the same",
            },
        ]);
    });

    it("is a warning when the case became faster", () => {
        const [, latest] = nights();
        const faster = { ...alert, before: 1.25, after: 1 };
        if (!latest) throw new Error("no run");
        expect(findingsOfHistory({ ...latest, alerts: [faster] }, trendsOf(nights()))[0]).toMatchObject({
            severity: "warning",
            message: expect.stringContaining("1.25 times faster") as string,
        });
    });

    it("names the server, the processor and the settings where they are other ones", () => {
        const { server, machine } = exampleHistory().head;
        const [found] = findings(
            nights({
                server: { version: "18.5", settings: { ...server.settings, jit: "on" } },
                machine: { ...machine, cpuModel: "Another CPU" },
            }),
        );
        expect(found?.detail).toContain("the server was PostgreSQL 18.4 and is PostgreSQL 18.5");
        expect(found?.detail).toContain("the processor was 2 × Example CPU and is 2 × Another CPU");
        expect(found?.detail).toContain("setting jit was off and is on");
    });

    it("shows the plan before and after where it changed", () => {
        const [found] = findings(nights({}, ["Limit", "  Seq Scan on orders"]));
        expect(found?.detail).toContain("the plan changed:\n@@");
        expect(found?.detail).toContain("-  Index Scan using orders_customer_id_created_at_idx on orders");
        expect(found?.detail).toContain("+  Seq Scan on orders");
    });

    it("is none when the latest run brought none", () => {
        expect(findings(runsOf([1, 2]))).toEqual([]);
    });
});
