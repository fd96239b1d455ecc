import type { FunctionalComponent } from "vue";
import type { IndexNeed } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { linkTo } from "../route.ts";

/** What becomes of a case when an index is taken away. */
export const NeedsSection: FunctionalComponent<{ needs: readonly IndexNeed[] }> = ({ needs }) => (
    <section>
        <h2>Indexes it needs</h2>
        <div class="wide">
            <table>
                <thead>
                    <tr>
                        <th>Index</th>
                        <th class="number">Cost without it</th>
                        <th class="number">Blocks</th>
                        <th>Without it</th>
                    </tr>
                </thead>
                <tbody>
                    {needs.map((need) => (
                        <tr>
                            <td>
                                <a href={linkTo("indexes", need.index)}>{need.index}</a>
                            </td>
                            <td class="number">{need.without === "refused" ? "" : timesOf(need.costRatio)}</td>
                            <td class="number">{grouped(need.blocks)}</td>
                            <td>{withoutIt(need)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    </section>
);
NeedsSection.props = ["needs"];

/** What an execution without the index came to. */
export function withoutIt({ without, blocksWithout }: Pick<IndexNeed, "without" | "blocksWithout">): string {
    if (without === "refused") return "the server refuses it";
    if (without === "cancelled") return "takes too long";
    if (without === "planned" || blocksWithout === undefined) return "only planned";
    return counted(blocksWithout, "block");
}

export function timesOf(ratio: number): string {
    return `${ratio < 10 ? ratio.toFixed(2) : grouped(ratio)} ×`;
}
