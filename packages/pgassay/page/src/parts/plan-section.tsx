import { defineComponent, ref, type FunctionalComponent } from "vue";
import type { CaseView, PlanView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { Meter } from "./marks.tsx";
import { PlanViewer } from "./plan-viewer.tsx";

interface Props {
    readonly shown: CaseView;
    readonly statement: string | undefined;
}

/** The plan of a case: as the engine compares it, what changed in it, what its nodes touch, and in the plan viewer. */
export const PlanSection = defineComponent(
    ({ shown, statement }: Props) => {
        const viewed = ref<"now" | "before">();
        return () => {
            const { plan, before, diff, cause } = shown;
            if (!plan) return null;
            const inViewer = viewed.value === "before" ? before?.plan : plan;
            return (
                <section>
                    <h2>Plan</h2>
                    {diff === undefined ? (
                        <pre>{plan.tree.join("\n")}</pre>
                    ) : (
                        <>
                            <p class="changed">It is another one than in {before?.from}.</p>
                            <Diff text={diff} />
                        </>
                    )}
                    {cause && (
                        <p>
                            {cause.isProved ? "Because" : "Presumably because"} {cause.what}.
                        </p>
                    )}
                    <Generic plan={plan} />
                    <NodeTable plan={plan} />
                    {(plan.explanation ?? before?.plan.explanation) !== undefined && (
                        <p class="choices">
                            {plan.explanation && (
                                <ViewerButton of="now" title={before ? "Plan viewer: now" : "Plan viewer"} />
                            )}
                            {before?.plan.explanation && <ViewerButton of="before" title="Plan viewer: before" />}
                        </p>
                    )}
                    {viewed.value !== undefined && inViewer?.explanation && (
                        <PlanViewer key={viewed.value} plan={inViewer} query={statement ?? ""} />
                    )}
                </section>
            );
        };

        function ViewerButton({ of, title }: { of: "now" | "before"; title: string }) {
            const isOpen = viewed.value === of;
            return (
                <button type="button" aria-pressed={isOpen} onClick={() => (viewed.value = isOpen ? undefined : of)}>
                    {title}
                </button>
            );
        }
    },
    { props: ["shown", "statement"] },
);

const Diff: FunctionalComponent<{ text: string }> = ({ text }) => (
    <pre class="diff">
        {text.split("\n").map((line) => (
            <span class={{ "+": "added", "-": "removed", "@": "place" }[line[0] ?? ""]}>{line}</span>
        ))}
    </pre>
);
Diff.props = ["text"];

/** What a prepared statement that is executed often may get instead. */
const Generic: FunctionalComponent<{ plan: PlanView }> = ({ plan: { generic } }) =>
    generic ? (
        <details>
            <summary>
                For all values there is another plan,{" "}
                {"failure" in generic ? `which fails: ${generic.failure}` : `with ${counted(generic.buffers, "block")}`}
                ; {generic.isChosen ? "prepared statements get it" : "prepared statements do not get it"}
            </summary>
            <pre>{generic.tree.join("\n")}</pre>
        </details>
    ) : null;
Generic.props = ["plan"];

/** Where the blocks go. */
const NodeTable: FunctionalComponent<{ plan: PlanView }> = ({ plan: { nodes } }) => {
    const total = nodes.reduce((sum, { blocks = 0 }) => sum + blocks, 0);
    if (nodes.length === 0 || total === 0) return null;
    return (
        <div class="wide nodes">
            <table>
                <thead>
                    <tr>
                        <th>Node</th>
                        <th class="number">Blocks of its own</th>
                        <th class="number">Rows</th>
                        <th class="number">Estimated</th>
                        <th class="number">Loops</th>
                    </tr>
                </thead>
                <tbody>
                    {nodes.map(({ depth, text, blocks = 0, rows = 0, estimatedRows, loops = 0 }) => (
                        <tr>
                            <td style={{ paddingInlineStart: `${0.75 + depth * 1.1}rem` }}>{text}</td>
                            <td class="number">
                                {grouped(blocks)}
                                <Meter value={blocks} limit={total} />
                            </td>
                            <td class="number">{grouped(rows)}</td>
                            <td class="number">{grouped(estimatedRows * Math.max(loops, 1))}</td>
                            <td class="number">{grouped(loops)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
};
NodeTable.props = ["plan"];
