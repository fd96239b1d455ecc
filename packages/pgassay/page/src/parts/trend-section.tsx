import type { FunctionalComponent } from "vue";
import type { CaseView, HistoryView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { duration, moment } from "../format.ts";
import { useReport } from "../report.ts";
import { Chart, type Axis } from "./chart.tsx";

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

const times: Axis = {
    label: "Start of the run",
    kind: "time",
    format: (seconds) => moment(isoOf(seconds)),
    // Midnight is where a day begins; what is no midnight is only there when a chart has few days.
    tick: (seconds) => {
        const iso = isoOf(seconds);
        return iso.includes("T00:00") ? iso.slice(0, 10) : iso.slice(11, 16);
    },
};

/** The latency and the blocks of a case from run to run. */
export const TrendSection: FunctionalComponent<{ shown: CaseView }> = ({ shown: { trend, latency } }) => {
    const { runs } = useReport();
    const starts = runs.map((iso) => Date.parse(iso) / 1000);
    if (trend.blocks.filter((value) => value !== null).length < 2) return null;
    const isTimed = trend.p50Ms.some((value) => value !== null);
    const moved = new Set(trend.blocks.filter((value) => value !== null)).size > 1;
    return (
        <section>
            <h2>Trend over {counted(runs.length, "run")}</h2>
            {isTimed && (
                <>
                    <p class="muted">
                        The times of two runs differ by what the machine did besides; only a comparison tells whether
                        the query changed.
                    </p>
                    <Chart
                        title="Latency from run to run"
                        x={{ ...times, values: starts }}
                        y={{ label: "Latency", kind: "linear", format: duration }}
                        lines={[
                            { label: "p50", color: "accent", values: trend.p50Ms },
                            { label: "p95", color: "changed", values: trend.p95Ms },
                            ...(latency && latency.targetMs < 4 * latency.p95Ms
                                ? [
                                      {
                                          label: "Target of p95",
                                          color: "error" as const,
                                          values: starts.map(() => latency.targetMs),
                                          dash: true as const,
                                      },
                                  ]
                                : []),
                        ]}
                    />
                </>
            )}
            {moved ? (
                <Chart
                    title="Blocks from run to run"
                    x={{ ...times, values: starts }}
                    y={{ label: "Blocks", kind: "linear", format: grouped }}
                    lines={[{ label: "Blocks", color: "accent", values: trend.blocks }]}
                />
            ) : (
                <p>In every run it touched {counted(trend.blocks.find((value) => value !== null) ?? 0, "block")}.</p>
            )}
        </section>
    );
};

/** How a case stood against the reference, night by night, and since when it stands otherwise. */
export const HistorySection: FunctionalComponent<{ history: HistoryView }> = ({ history }) => {
    const { starts, ratio, low, high, alerts } = history;
    const ratioText = (value: number): string => `${value.toFixed(2)} ×`;
    return (
        <section>
            <h2>History of {counted(starts.length, "night")}</h2>
            <p class="muted">Its time as a multiple of the reference's in the same night, with the 95 % interval.</p>
            {alerts.map(({ since, before, after }) => (
                <p class={after > before ? "slower" : "faster"}>
                    Since {moment(since)} it takes {ratioText(after)} the reference; before that, {ratioText(before)}.
                </p>
            ))}
            <Chart
                title="Multiple of the reference, night by night"
                x={{ ...times, values: starts.map((iso) => Date.parse(iso) / 1000) }}
                y={{ label: "Times the reference", kind: "linear", format: ratioText }}
                lines={[
                    { label: "Multiple", color: "accent", values: ratio },
                    { label: "at least", color: "muted", values: low, dash: true },
                    { label: "at most", color: "muted", values: high, dash: true },
                ]}
                marks={alerts.map(({ since, before, after }) => ({
                    at: Date.parse(since) / 1000,
                    label: after > before ? "slower" : "faster",
                    color: after > before ? ("error" as const) : ("fine" as const),
                }))}
            />
        </section>
    );
};
HistorySection.props = ["history"];
TrendSection.props = ["shown"];
