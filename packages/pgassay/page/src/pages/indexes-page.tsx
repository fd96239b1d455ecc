import { computed, defineComponent, ref } from "vue";
import type { IndexCoverage } from "../../../src/core/index-coverage.ts";
import type { CoverageView } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { bytes } from "../format.ts";
import { Matrix, matricesOf } from "../parts/coverage-matrix.tsx";
import { moveFocus, useKeys } from "../keyboard.ts";
import { Meter } from "../parts/marks.tsx";
import { timesOf, withoutIt } from "../parts/needs-section.tsx";
import { ProposalsSection } from "../parts/proposals-section.tsx";
import { useChunk } from "../report.ts";
import { linkTo, route } from "../route.ts";

const search = ref("");

/** Every index: what it costs and what gets worse without it; with a name, one index and its cases. */
export const IndexesPage = defineComponent(() => {
    const view = useChunk<CoverageView>(() => "indexes");
    const field = ref<HTMLInputElement>();
    const shown = computed(() =>
        (view.value?.indexes ?? []).filter((index) =>
            `${index.table} ${index.name} ${index.keptBy ?? ""}`.toLowerCase().includes(search.value.toLowerCase()),
        ),
    );
    useKeys({
        "/": () => field.value?.focus(),
        j: () => moveFocus("a.row", 1),
        k: () => moveFocus("a.row", -1),
    });
    return () => {
        const one = view.value?.indexes.find(({ name }) => name === route.value[1]);
        if (one) return <IndexPage index={one} />;
        const all = view.value?.indexes ?? [];
        const idle = all.filter(isIdle).length;
        const most = Math.max(1, ...all.map((index) => index.bytes));
        return (
            <>
                <h1>Indexes</h1>
                <p class="lead">
                    Each was taken away and every case that read it planned and executed again.{" "}
                    {counted(all.length, "index")}, {bytes(all.reduce((sum, index) => sum + index.bytes, 0))};{" "}
                    {grouped(idle)} {idle === 1 ? "serves no case and keeps" : "serve no case and keep"} no constraint.
                </p>
                <div class="filters" role="search">
                    <input
                        ref={field}
                        type="search"
                        placeholder="Search indexes ( / )"
                        aria-label="Search indexes"
                        value={search.value}
                        onInput={() => (search.value = field.value?.value ?? "")}
                        onKeydown={(event) => event.key === "Escape" && field.value?.blur()}
                    />
                </div>
                <section class="wide">
                    <table class="indexes">
                        <thead>
                            <tr>
                                <th>Index</th>
                                <th class="number">Size</th>
                                <th class="number">Log a row</th>
                                <th class="number">Worse of the cases that read it</th>
                                <th class="number">Worst cost</th>
                                <th>Kept by</th>
                            </tr>
                        </thead>
                        <tbody>
                            {shown.value.map((index) => (
                                <tr key={`${index.schema}.${index.name}`}>
                                    <td>
                                        <a class="row" href={linkTo("indexes", index.name)}>
                                            {index.name}
                                        </a>
                                        <small class="under">{index.table}</small>
                                    </td>
                                    <td class="number">
                                        {bytes(index.bytes)}
                                        <Meter value={index.bytes} limit={most} />
                                    </td>
                                    <td class="number">
                                        {index.walBytesPerRow === undefined
                                            ? ""
                                            : bytes(Math.round(index.walBytesPerRow))}
                                    </td>
                                    <td class="number">
                                        {grouped(index.serves.length)} <small>/ {grouped(index.readBy)}</small>
                                    </td>
                                    <td class="number">{index.serves[0] ? timesOf(worstCost(index)) : ""}</td>
                                    <td class={isIdle(index) ? "warning" : undefined}>
                                        {isIdle(index) ? idleText(index) : index.keptBy}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </section>
                {view.value && view.value.proposed.length > 0 && <ProposalsSection proposed={view.value.proposed} />}
                <h2 class="apart">What serves what</h2>
                <p class="muted">
                    How many times the planner's cost a query is without the index, where it is worse off.
                </p>
                {matricesOf(shown.value).map((matrix) => (
                    <Matrix {...matrix} />
                ))}
            </>
        );
    };
});

function isIdle({ serves, keptBy }: IndexCoverage): boolean {
    return serves.length === 0 && keptBy === undefined;
}

function idleText({ testedBy }: IndexCoverage): string {
    return testedBy === undefined ? "nothing" : "only tests name it";
}

function worstCost({ serves }: IndexCoverage): number {
    return Math.max(...serves.map(({ costRatio }) => costRatio));
}

function IndexPage({ index }: { index: IndexCoverage }) {
    return (
        <>
            <p>
                <a href={linkTo("indexes")}>All indexes</a>
            </p>
            <h1>{index.name}</h1>
            <pre>{index.definition}</pre>
            <section>
                <h2>
                    {index.serves.length === 0
                        ? "No case is worse off without it"
                        : "Cases that are worse off without it"}
                </h2>
                {index.keptBy !== undefined && <p>It is kept by its {index.keptBy}, whatever queries do.</p>}
                <div class="wide">
                    <table>
                        <tbody>
                            {index.serves.map((effect) => (
                                <tr>
                                    <td>
                                        <a class="row" href={linkTo("query", effect.query, effect.case)}>
                                            {effect.query} {effect.case}
                                        </a>
                                    </td>
                                    <td class="number">
                                        {effect.without === "refused" ? "" : timesOf(effect.costRatio)}
                                    </td>
                                    <td class="number">{counted(effect.blocks, "block")}</td>
                                    <td>{withoutIt(effect)}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </section>
        </>
    );
}
IndexPage.props = ["index"];
