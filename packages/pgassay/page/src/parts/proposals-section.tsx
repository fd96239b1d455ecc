import type { FunctionalComponent } from "vue";
import { fewDigits, grouped } from "../../../src/core/counted.ts";
import type { CoverageView } from "../../../src/report/html/report-data.ts";
import { bytes } from "../format.ts";

/** Indexes that do not exist, the one that is worth most first. */
export const ProposalsSection: FunctionalComponent<Pick<CoverageView, "proposed">> = ({ proposed }) => (
    <>
        <h2 class="apart">What is missing</h2>
        <p class="muted">
            Each was made and executed with. The worth is the number of blocks that it saves over all cases for each
            byte of log that one more row costs.
        </p>
        <section class="wide">
            <table class="proposals">
                <thead>
                    <tr>
                        <th>Index</th>
                        <th class="number">Size</th>
                        <th class="number">Log a row</th>
                        <th class="number">Blocks saved</th>
                        <th class="number">Worth</th>
                    </tr>
                </thead>
                <tbody>
                    {proposed.map((index) => (
                        <tr key={`${index.schema}.${index.name}`}>
                            <td>
                                {index.name}
                                <small class="under">{index.definition}</small>
                            </td>
                            <td class="number">{bytes(index.bytes)}</td>
                            <td class="number">
                                {index.walBytesPerRow === undefined ? "" : bytes(index.walBytesPerRow)}
                            </td>
                            <td class="number">{grouped(index.saved)}</td>
                            <td class="number">{index.worth === undefined ? "" : fewDigits(index.worth)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </section>
    </>
);
ProposalsSection.props = ["proposed"];
