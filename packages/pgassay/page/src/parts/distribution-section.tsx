import type { FunctionalComponent } from "vue";
import type { CaseView } from "../../../src/report/html/report-data.ts";
import { count, counted, duration } from "../format.ts";
import { Chart, type Mark } from "./chart.tsx";

const bars = 60;

/** How the times of the executions lie, each of them counted; the few slowest are named and not drawn. */
export const DistributionSection: FunctionalComponent<{ latency: NonNullable<CaseView["latency"]> }> = ({
    latency,
}) => {
    const { samplesUs, p50Ms, p95Ms, p99Ms, maxMs, targetMs, isConfirmation } = latency;
    const times = samplesUs.map((us) => us / 1000).toSorted((a, b) => a - b);
    const least = times[0] ?? 0;
    const most = Math.max(p99Ms, p95Ms) * 1.05;
    const width = (most - least) / bars || 1;
    const counts = Array.from<number>({ length: bars }).fill(0);
    let beyond = 0;
    for (const time of times) {
        const bar = Math.floor((time - least) / width);
        if (bar < bars) counts[bar] = (counts[bar] ?? 0) + 1;
        else beyond++;
    }
    const marks: Mark[] = [
        { at: p50Ms, label: "p50", color: "text" },
        { at: p95Ms, label: "p95", color: p95Ms > targetMs ? "error" : "text" },
        ...(targetMs < most ? [{ at: targetMs, label: "target", color: "error" } as const] : []),
    ];
    return (
        <section>
            <h2>Latency of {counted(times.length, "execution")}</h2>
            {isConfirmation && (
                <p class="muted">Measured a second time, for the first measurement missed the target.</p>
            )}
            <Chart
                title={`p50 ${duration(p50Ms)}, p95 ${duration(p95Ms)}, longest ${duration(maxMs)}`}
                x={{
                    label: "Time of an execution",
                    kind: "linear",
                    format: duration,
                    values: counts.map((_, bar) => least + (bar + 0.5) * width),
                }}
                y={{ label: "Executions", kind: "linear", format: count }}
                lines={[{ label: "Executions", color: "accent", values: counts, bars: true }]}
                marks={marks}
            />
            {beyond > 0 && (
                <p class="muted">
                    {counted(beyond, "execution")} took longer than {duration(most)}, the longest {duration(maxMs)}.
                </p>
            )}
        </section>
    );
};
DistributionSection.props = ["latency"];
