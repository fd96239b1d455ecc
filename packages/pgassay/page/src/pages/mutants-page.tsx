import { defineComponent } from "vue";
import type { MutationView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { useChunk } from "../report.ts";

/** How many of the defects the tests noticed, by what was broken and how, and those that they did not. */
export const MutantsPage = defineComponent(() => {
    const view = useChunk<MutationView>(() => "mutants");
    return () => {
        if (!view.value) return <h1>Mutants</h1>;
        const { score, owners, classes, survivors } = view.value;
        return (
            <>
                <h1>Mutants</h1>
                <p class="lead">
                    Tests noticed {grouped(score.killed)} of {counted(score.killed + score.survived, "defect")}
                    {score.score === undefined ? "" : `, ${(100 * score.score).toFixed(1)} %`}.{" "}
                    {counted(score.accepted, "survivor")} {score.accepted === 1 ? "is" : "are"} accepted;{" "}
                    {grouped(score.unscored)} could not count.
                </p>
                <section class="wide">
                    <table class="matrix">
                        <thead>
                            <tr>
                                <th>What is broken</th>
                                <th class="number">Noticed</th>
                                {classes.map((name) => (
                                    <th class="number">{name}</th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {owners.map(({ name, score: own, byClass }) => (
                                <tr key={name}>
                                    <td>{name}</td>
                                    <td class={["number", own.survived > 0 && "warning"]}>
                                        {grouped(own.killed)} <small>/ {grouped(own.killed + own.survived)}</small>
                                    </td>
                                    {byClass.map((cell) => (
                                        <td class={["number", cell !== null && cell.survived > 0 && "warning"]}>
                                            {cell && (
                                                <>
                                                    {grouped(cell.killed)}{" "}
                                                    <small>/ {grouped(cell.killed + cell.survived)}</small>
                                                </>
                                            )}
                                        </td>
                                    ))}
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </section>
                <h2 class="apart">{survivors.length === 0 ? "None survived" : "Those that survived"}</h2>
                <ul class="findings">
                    {survivors.map((mutant) => (
                        <li>
                            <span class={["standing", mutant.accepted === undefined ? "warning" : "fine"]}>
                                {mutant.accepted === undefined ? "survived" : "accepted"}
                            </span>
                            <div>
                                <p>
                                    <b>{mutant.owner}</b> {mutant.description}
                                </p>
                                {mutant.accepted !== undefined && <p class="muted">{mutant.accepted}</p>}
                                <details>
                                    <summary>The defect, and what would notice it</summary>
                                    <pre>{[...mutant.sql, "", mutant.suggestion].join("\n")}</pre>
                                </details>
                            </div>
                        </li>
                    ))}
                </ul>
            </>
        );
    };
});
