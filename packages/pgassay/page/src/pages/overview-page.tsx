import { computed, defineComponent, ref } from "vue";
import { standings, type QueryInBrief, type ReportIndex, type Standing } from "../../../src/report/html/report-data.ts";
import { counted, grouped } from "../../../src/core/counted.ts";
import { duration, moment } from "../format.ts";
import { moveFocus, useKeys } from "../keyboard.ts";
import { Mark, Meter, StandingMark } from "../parts/marks.tsx";
import { SparkLine } from "../parts/spark-line.tsx";
import { useReport } from "../report.ts";
import { linkTo } from "../route.ts";

/** What the filters are set to; kept while the reader looks at a query. */
const search = ref("");
const only = ref<Standing>();

/** All queries, the worst first. */
export const OverviewPage = defineComponent(() => {
    const report = useReport();
    const field = ref<HTMLInputElement>();
    const shown = computed(() =>
        report.queries.filter(
            (query) =>
                (only.value === undefined || query.standing === only.value) &&
                `${query.id} ${query.about} ${query.marks.join(" ")}`
                    .toLowerCase()
                    .includes(search.value.toLowerCase()),
        ),
    );
    useKeys({
        "/": () => field.value?.focus(),
        j: () => moveFocus("a.row", 1),
        k: () => moveFocus("a.row", -1),
    });
    return () => (
        <>
            <Verdict report={report} />
            <Facts report={report} />
            <div class="filters" role="search">
                <input
                    ref={field}
                    type="search"
                    placeholder="Search queries ( / )"
                    aria-label="Search queries"
                    value={search.value}
                    onInput={() => (search.value = field.value?.value ?? "")}
                    onKeydown={(event) => event.key === "Escape" && field.value?.blur()}
                />
                {standings.map((standing) => {
                    const number = report.queries.filter((query) => query.standing === standing).length;
                    return number === 0 ? null : (
                        <button
                            type="button"
                            class="chip"
                            aria-pressed={only.value === standing}
                            onClick={() => (only.value = only.value === standing ? undefined : standing)}
                        >
                            <StandingMark standing={standing} /> {grouped(number)}
                        </button>
                    );
                })}
            </div>
            {shown.value.length === 0 ? (
                <p class="empty">
                    {report.queries.length === 0 ? "No record names a query." : "No query is like that."}
                </p>
            ) : (
                <QueryTable queries={shown.value} hasTrend={report.runs.length > 1} />
            )}
        </>
    );
});

function Verdict({ report: { findings, queries } }: { report: ReportIndex }) {
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const warnings = findings.length - errors;
    const changed = queries.filter(({ standing }) => standing === "changed").length;
    const parts = [
        errors > 0 ? counted(errors, "error") : "",
        warnings > 0 ? counted(warnings, "warning") : "",
        changed > 0 ? `${counted(changed, "query")} changed` : "",
    ].filter((part) => part !== "");
    return (
        <h1 class={["verdict", errors > 0 ? "error" : warnings > 0 ? "warning" : "fine"]}>
            {findings.length === 0 ? (
                (parts[0] ?? "Nothing is wrong")
            ) : (
                <a href={linkTo("findings")}>{parts.join(", ")}</a>
            )}
        </h1>
    );
}
Verdict.props = ["report"];

function Facts({ report }: { report: ReportIndex }) {
    const { run, comparison, mutationScore, indexes, queries } = report;
    const cases = queries.reduce((sum, query) => sum + query.cases, 0);
    const facts: [string, string][] = [
        ["Queries", `${grouped(queries.length)} with ${counted(cases, "case")}`],
        ...(run ? runFacts(run) : []),
        ...(comparison ? [["Compared", `${comparison.base} with ${comparison.head}`] as [string, string]] : []),
        ...(indexes === undefined ? [] : [["Indexes", grouped(indexes)] as [string, string]]),
        ...(mutationScore?.score === undefined
            ? []
            : [["Mutants killed", `${(100 * mutationScore.score).toFixed(1)} %`] as [string, string]]),
    ];
    return (
        <dl class="facts">
            {facts.map(([name, value]) => (
                <div>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
        </dl>
    );
}
Facts.props = ["report"];

function runFacts({ verb, startedAt, server, dataset, machine }: NonNullable<ReportIndex["run"]>): [string, string][] {
    return [
        [`Run of ${verb}`, moment(startedAt)],
        ["Dataset", `${dataset.name}, scale ${dataset.scale}, seed ${dataset.seed}`],
        ["PostgreSQL", server.version],
        ["Machine", `${machine.cpuModel}, ${counted(machine.cpus, "core")}`],
    ];
}

function QueryTable({ queries, hasTrend }: { queries: readonly QueryInBrief[]; hasTrend: boolean }) {
    return (
        <table class="queries">
            <thead>
                <tr>
                    <th>Standing</th>
                    <th>Query</th>
                    <th class="number">p95 of its target</th>
                    <th class="number">Blocks of its budget</th>
                    {hasTrend && <th>p50 over runs</th>}
                </tr>
            </thead>
            <tbody>
                {queries.map((query) => (
                    <tr key={query.id}>
                        <td>
                            <StandingMark standing={query.standing} />
                        </td>
                        <td>
                            <a class="row" href={linkTo("query", query.id)}>
                                {query.id}
                            </a>
                            {query.about !== "" && <p class="about">{query.about}</p>}
                            {query.marks.length > 0 && (
                                <p class="marks">
                                    {query.marks.map((mark) => (
                                        <Mark mark={mark} />
                                    ))}
                                </p>
                            )}
                        </td>
                        <td class="number" data-label="p95 of its target">
                            {query.latency && (
                                <>
                                    {duration(query.latency.p95Ms)} <small>/ {duration(query.latency.targetMs)}</small>
                                    <Meter value={query.latency.p95Ms} limit={query.latency.targetMs} />
                                </>
                            )}
                        </td>
                        <td class="number" data-label="Blocks of its budget">
                            {query.blocks && (
                                <>
                                    {grouped(query.blocks.touched)}{" "}
                                    {query.blocks.budget !== undefined && (
                                        <small>/ {grouped(query.blocks.budget)}</small>
                                    )}
                                    <Meter value={query.blocks.touched} limit={query.blocks.budget} />
                                </>
                            )}
                        </td>
                        {hasTrend && (
                            <td data-label="p50 over runs">
                                <SparkLine values={query.trend} />
                            </td>
                        )}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
QueryTable.props = ["queries", "hasTrend"];
