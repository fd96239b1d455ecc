import { computed, defineComponent, ref } from "vue";
import { histogram } from "../../../src/core/statistics/histogram.ts";
import type { CaseView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { duration } from "../format.ts";
import { Chart, type Mark } from "./chart.tsx";

const bars = 60;

/** What the axis is set to; kept while the reader goes from case to case. */
const axis = ref<"linear" | "log">("linear");

/** How the times of the executions lie, each of them counted. */
export const DistributionSection = defineComponent(
    (props: { latency: NonNullable<CaseView["latency"]> }) => {
        const lying = computed(() => {
            // A time of nothing is one below the resolution of the clock, and has no place on a logarithmic axis.
            const times = props.latency.samplesUs.map((us) => Math.max(us, 0.1) / 1000);
            return histogram(times, axis.value, bars);
        });
        return () => {
            const { samplesUs, p50Ms, p95Ms, maxMs, targetMs, isConfirmation } = props.latency;
            const { bars: drawn, start, end, beyond } = lying.value;
            const marks: Mark[] = [
                { at: p50Ms, label: "p50", color: "text" },
                { at: p95Ms, label: "p95", color: p95Ms > targetMs ? "error" : "text" },
                { at: targetMs, label: "target", color: "error" },
            ];
            return (
                <section>
                    <h2>Latency of {counted(samplesUs.length, "execution")}</h2>
                    {isConfirmation && (
                        <p class="muted">Measured a second time, for the first measurement missed the target.</p>
                    )}
                    <p class="choices">
                        <button
                            type="button"
                            aria-pressed={axis.value === "log"}
                            onClick={() => (axis.value = axis.value === "log" ? "linear" : "log")}
                        >
                            Logarithmic axis
                        </button>
                    </p>
                    <Chart
                        key={axis.value}
                        title={`p50 ${duration(p50Ms)}, p95 ${duration(p95Ms)}, longest ${duration(maxMs)}`}
                        x={{
                            label: "Time of an execution",
                            kind: axis.value,
                            format: duration,
                            values: drawn.map(({ middle }) => middle),
                            ends: [start, end],
                        }}
                        y={{ label: "Executions", kind: "linear", format: grouped }}
                        lines={[
                            {
                                label: "Executions",
                                color: "accent",
                                values: drawn.map((bar) => bar.count),
                                bars: true,
                            },
                        ]}
                        marks={marks}
                    />
                    {beyond > 0 && (
                        <p class="muted">
                            {counted(beyond, "execution")} took longer than {duration(end)}, the longest{" "}
                            {duration(maxMs)}.
                        </p>
                    )}
                </section>
            );
        };
    },
    { props: ["latency"] },
);
