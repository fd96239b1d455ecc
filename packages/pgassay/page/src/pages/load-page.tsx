import { defineComponent } from "vue";
import type { Saturation, StressRecord, StressStep } from "../../../src/core/stress-record.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { duration, moment } from "../format.ts";
import { Chart, type Color } from "../parts/chart.tsx";
import { useChunk } from "../report.ts";

const ways = { http: "through the service", pg: "straight through pg" } as const;
const colors: Readonly<Record<StressStep["way"], Color>> = { http: "accent", pg: "changed" };

/** How throughput and latency go as the load rises, where that ends, and what went wrong on the way. */
export const LoadPage = defineComponent(() => {
    const record = useChunk<StressRecord>(() => "load");
    return () => {
        if (!record.value) return <h1>Load</h1>;
        const { steps, saturation, startedAt, poolSize, targetPerSecond } = record.value;
        const closed = steps.filter(({ ratePerSecond }) => ratePerSecond === undefined);
        const paced = steps.filter(({ ratePerSecond }) => ratePerSecond !== undefined);
        return (
            <>
                <h1>Load</h1>
                <p class="lead">
                    Run of {moment(startedAt)}, with {counted(poolSize, "connection")} to the database
                    {targetPerSecond === undefined
                        ? ""
                        : ` and a target of ${grouped(targetPerSecond)} requests a second`}
                    .
                </p>
                {saturation.map((one) => (
                    <p>{saturationText(one)}</p>
                ))}
                <Curves title="As many requests as are answered" steps={closed} by="connections" />
                <Curves title="Requests at a fixed rate" steps={paced} by="rate" />
                <StepTable steps={steps} />
            </>
        );
    };
});

function saturationText({ way, connections, answeredPerSecond, isSeen }: Saturation): string {
    const reached = `${grouped(answeredPerSecond)} answers a second, from ${counted(connections, "connection")} on`;
    return `${capitalized(ways[way])}: ${reached}${isSeen ? "" : "; more connections were not tried"}.`;
}

function capitalized(text: string): string {
    return text.replace(/^./, (letter) => letter.toUpperCase());
}

interface CurvesProps {
    readonly title: string;
    readonly steps: readonly StressStep[];
    readonly by: "connections" | "rate";
}

function Curves({ title, steps, by }: CurvesProps) {
    const at = (step: StressStep): number => (by === "rate" ? (step.ratePerSecond ?? 0) : step.connections);
    const places = [...new Set(steps.map(at))].toSorted((a, b) => a - b);
    if (places.length < 2) return null;
    const used = (["http", "pg"] as const).filter((way) => steps.some((step) => step.way === way));
    const values = (way: StressStep["way"], of: (step: StressStep) => number | undefined): (number | null)[] =>
        places.map((place) => {
            const step = steps.find((one) => one.way === way && at(one) === place);
            return (step && of(step)) ?? null;
        });
    const x = {
        label: by === "rate" ? "Requests a second" : "Connections",
        kind: "log" as const,
        format: grouped,
        values: places,
    };
    return (
        <section>
            <h2>{title}</h2>
            <Chart
                title={`${title}: answers a second`}
                x={x}
                y={{ label: "Answers a second", kind: "linear", format: grouped }}
                lines={used.map((way) => ({
                    label: ways[way],
                    color: colors[way],
                    values: values(way, ({ answeredPerSecond }) => answeredPerSecond),
                }))}
            />
            <Chart
                title={`${title}: latency`}
                x={x}
                y={{ label: "Latency", kind: "log", format: duration }}
                lines={used.flatMap((way) => [
                    {
                        label: `p50 ${ways[way]}`,
                        color: colors[way],
                        values: values(way, ({ latencyUs }) => latencyUs && latencyUs.p50 / 1000),
                    },
                    {
                        label: `p99 ${ways[way]}`,
                        color: colors[way],
                        values: values(way, ({ latencyUs }) => latencyUs && latencyUs.p99 / 1000),
                        dash: true as const,
                    },
                ])}
            />
        </section>
    );
}
Curves.props = ["title", "steps", "by"];

function StepTable({ steps }: { steps: readonly StressStep[] }) {
    return (
        <section class="wide">
            <table>
                <thead>
                    <tr>
                        <th>Way</th>
                        <th class="number">Connections</th>
                        <th class="number">Rate</th>
                        <th class="number">Answers a second</th>
                        <th class="number">p50</th>
                        <th class="number">p90</th>
                        <th class="number">p99</th>
                        <th class="number">Longest</th>
                        <th>Amiss</th>
                    </tr>
                </thead>
                <tbody>
                    {steps.map((step) => (
                        <tr>
                            <td>{ways[step.way]}</td>
                            <td class="number">{grouped(step.connections)}</td>
                            <td class="number">
                                {step.ratePerSecond === undefined ? "" : grouped(step.ratePerSecond)}
                            </td>
                            <td class="number">{grouped(step.answeredPerSecond)}</td>
                            {(["p50", "p90", "p99", "max"] as const).map((of) => (
                                <td class="number">{step.latencyUs ? duration(step.latencyUs[of] / 1000) : ""}</td>
                            ))}
                            <td class={amiss(step) === "" ? undefined : "warning"}>{amiss(step)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </section>
    );
}
StepTable.props = ["steps"];

function amiss({ wrong, failures, unsent, deadlocks }: StressStep): string {
    return [
        wrong > 0 ? `${grouped(wrong)} wrong` : "",
        ...failures.map(({ reason, requests }) => `${grouped(requests)} failed: ${reason}`),
        unsent > 0 ? `${grouped(unsent)} never sent` : "",
        deadlocks > 0 ? counted(deadlocks, "deadlock") : "",
    ]
        .filter((part) => part !== "")
        .join(", ");
}
