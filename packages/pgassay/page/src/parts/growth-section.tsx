import type { FunctionalComponent } from "vue";
import type { CaseView } from "../../../src/report/html/report-data.ts";
import { stretchesOf } from "../../../src/core/modelled-plan.ts";
import { compact } from "../format.ts";
import { Chart } from "./chart.tsx";

const words = {
    bounded: "It hardly grows with the dataset",
    log: "It grows at most with the logarithm of the dataset",
    linear: "It grows at most with the dataset",
    worse: "It grows more than the dataset",
} as const;

/** The cost of a case at sizes that exist only in statistics, its blocks on loaded rows, and where its plan changes. */
export const GrowthSection: FunctionalComponent<{
    growth: NonNullable<CaseView["growth"]>;
}> = ({ growth: { plans, measured, cost, blocks, budgetEndsAt } }) => {
    const scales = [...new Set([...plans, ...measured].map(({ scale }) => scale))].toSorted((a, b) => a - b);
    const along = <One extends { scale: number }>(all: readonly One[], value: (one: One) => number) =>
        scales.map((scale) => {
            const one = all.find((each) => each.scale === scale);
            return one === undefined ? null : value(one) || null;
        });
    return (
        <section>
            <h2>Growth with the scale</h2>
            {cost && (
                <p class={cost.growth === "worse" ? "error" : undefined}>
                    {words[cost.growth]}: from scale {compact(cost.from)} to {compact(cost.to)} the cost is the scale to
                    the power of {cost.exponent}.
                </p>
            )}
            {blocks && (
                <p class={blocks.growth === "worse" ? "error" : undefined}>
                    On loaded rows, from scale {compact(blocks.from)} to {compact(blocks.to)}, the blocks that it
                    touches beside the rows that it returns are the scale to the power of {blocks.exponent}.
                </p>
            )}
            {budgetEndsAt !== undefined && (
                <p>If its blocks grow as its cost does, it passes its budget at scale {compact(budgetEndsAt)}.</p>
            )}
            <Chart
                title="Cost by scale"
                x={{ label: "Scale", kind: "log", format: compact, values: scales }}
                y={{ label: "Cost, rows, blocks", kind: "log", format: compact }}
                lines={[
                    { label: "Cost", color: "accent", values: along(plans, (one) => one.cost) },
                    { label: "Rows", color: "changed", values: along(plans, (one) => one.rows) },
                    ...(measured.length > 0
                        ? [{ label: "Blocks", color: "fine" as const, values: along(measured, (one) => one.blocks) }]
                        : []),
                ]}
            />
            {stretchesOf(plans).map(({ scales, tree }) => (
                <details>
                    <summary>
                        The plan at {scales.length === 1 ? "scale" : "scales"} {scales.map(compact).join(", ")}
                    </summary>
                    <pre>{tree.join("\n")}</pre>
                </details>
            ))}
        </section>
    );
};
GrowthSection.props = ["growth"];
