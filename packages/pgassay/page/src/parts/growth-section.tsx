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

/** The cost of a case at sizes that exist only in statistics, and where its plan changes. */
export const GrowthSection: FunctionalComponent<{
    query: string;
    name: string;
    growth: NonNullable<CaseView["growth"]>;
}> = ({ query, name, growth: { plans, towards } }) => (
    <section>
        <h2>Growth with the scale</h2>
        {towards && (
            <p class={towards.growth === "worse" ? "error" : undefined}>
                {words[towards.growth]}: from scale {compact(towards.from)} to {compact(towards.to)} the cost is the
                scale to the power of {towards.exponent}.
            </p>
        )}
        <Chart
            title="Cost by scale"
            x={{ label: "Scale", kind: "log", format: compact, values: plans.map(({ scale }) => scale) }}
            y={{ label: "Cost, rows", kind: "log", format: compact }}
            lines={[
                { label: "Cost", color: "accent", values: plans.map(({ cost }) => cost || null) },
                { label: "Rows", color: "changed", values: plans.map(({ rows }) => rows || null) },
            ]}
        />
        {stretchesOf({ query, case: name, plans }).map(({ scales, tree }) => (
            <details>
                <summary>
                    The plan at {scales.length === 1 ? "scale" : "scales"} {scales.map(compact).join(", ")}
                </summary>
                <pre>{tree.join("\n")}</pre>
            </details>
        ))}
    </section>
);
GrowthSection.props = ["query", "name", "growth"];
