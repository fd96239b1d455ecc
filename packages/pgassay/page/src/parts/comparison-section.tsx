import type { FunctionalComponent } from "vue";
import type { TimeView } from "../../../src/report/html/report-data.ts";
import { useReport } from "../report.ts";

const clocks = { cpu: "Processor time of the server", wall: "Time that the client waits" } as const;

/** What the comparison says of the time of a case, and by what. */
export const ComparisonSection: FunctionalComponent<{ time: TimeView }> = ({ time }) => {
    const { comparison } = useReport();
    const { verdict, clock, ratio, low, high, p } = time;
    return (
        <section>
            <h2>
                Against {comparison?.base ?? "the base"}: <span class={verdict}>{verdict}</span>
            </h2>
            <p>
                {clocks[clock]}: <b>{ratio.toFixed(3)} ×</b> that of the base, with 95 % between {low.toFixed(3)} and{" "}
                {high.toFixed(3)}, p = {p < 0.001 ? p.toExponential(1) : p.toFixed(3)}.
            </p>
            {comparison?.timesDoubted !== undefined && <p class="warning">{comparison.timesDoubted}</p>}
        </section>
    );
};
ComparisonSection.props = ["time"];
