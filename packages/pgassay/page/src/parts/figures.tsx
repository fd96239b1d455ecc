import type { FunctionalComponent } from "vue";
import type { CaseView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { bytes, duration } from "../format.ts";
import { Meter } from "./marks.tsx";

const goldens = { accepted: "the same", tied: "ties with it", changed: "another", none: "none" } as const;

/** The figures of a case. */
export const Figures: FunctionalComponent<{ shown: CaseView }> = ({ shown: { plan, latency, arguments: given } }) => (
    <section>
        <h2>Case</h2>
        {given.length > 0 && <pre>{given.join("\n")}</pre>}
        <dl class="figures">
            {latency && (
                <>
                    <div>
                        <dt>p95 of its target</dt>
                        <dd>
                            {duration(latency.p95Ms)} <small>/ {duration(latency.targetMs)}</small>
                            <Meter value={latency.p95Ms} limit={latency.targetMs} />
                        </dd>
                    </div>
                    <div>
                        <dt>p50</dt>
                        <dd>{duration(latency.p50Ms)}</dd>
                    </div>
                    <div>
                        <dt>p99</dt>
                        <dd>{duration(latency.p99Ms)}</dd>
                    </div>
                </>
            )}
            {plan && (
                <>
                    <div>
                        <dt>{plan.budget === undefined ? "Blocks" : "Blocks of its budget"}</dt>
                        <dd>
                            {grouped(plan.blocks)}{" "}
                            {plan.budget !== undefined && <small>/ {grouped(plan.budget)}</small>}
                            <Meter value={plan.blocks} limit={plan.budget} />
                        </dd>
                    </div>
                    <div>
                        <dt>Rows</dt>
                        <dd>
                            {grouped(plan.rows)}{" "}
                            {plan.rowsRemoved > 0 && <small>{grouped(plan.rowsRemoved)} thrown away</small>}
                        </dd>
                    </div>
                    <div>
                        <dt>Worst estimate of rows</dt>
                        <dd>{plan.qError === 1 ? "exact" : `${plan.qError} ×`}</dd>
                    </div>
                    {plan.floor !== undefined && (
                        <div>
                            <dt>Blocks at the least, by any plan</dt>
                            <dd>{grouped(plan.floor)}</dd>
                        </div>
                    )}
                    {plan.temporaryBlocks > 0 && (
                        <div>
                            <dt>Temporary blocks</dt>
                            <dd>{grouped(plan.temporaryBlocks)}</dd>
                        </div>
                    )}
                    {plan.wal && (
                        <div>
                            <dt>Write-ahead log</dt>
                            <dd>
                                {bytes(plan.wal.bytes)} <small>{counted(plan.wal.records, "record")}</small>
                            </dd>
                        </div>
                    )}
                    {plan.planningMs !== undefined && (
                        <div>
                            <dt>Planning</dt>
                            <dd>{duration(plan.planningMs)}</dd>
                        </div>
                    )}
                    <div>
                        <dt>Accepted plan</dt>
                        <dd>{goldens[plan.golden]}</dd>
                    </div>
                </>
            )}
        </dl>
        {latency && latency.doubts.length > 0 && (
            <p class="warning">The times are not to be trusted: {latency.doubts.join(", ")}.</p>
        )}
    </section>
);
Figures.props = ["shown"];
