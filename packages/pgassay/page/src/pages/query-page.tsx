import { defineComponent } from "vue";
import type { QueryView } from "../../../src/report/html/report-data.ts";
import { useKeys } from "../keyboard.ts";
import { CaseSections } from "../parts/case-sections.tsx";
import { FindingList } from "../parts/finding-list.tsx";
import { StandingMark } from "../parts/marks.tsx";
import { useChunk, useReport } from "../report.ts";
import { go, linkTo, route } from "../route.ts";

/** A query: what it is, and one of its cases. */
export const QueryPage = defineComponent(() => {
    const report = useReport();
    // Somebody may have typed the address, with the slash of a name as it is.
    const address = (): string => (route.value[0] === "query" ? route.value.slice(1).join("/") : "");
    const id = (): string =>
        report.queries
            .map((query) => query.id)
            .filter((one) => `${address()}/`.startsWith(`${one}/`))
            .reduce((longest, one) => (one.length > longest.length ? one : longest), "") || address();
    const view = useChunk<QueryView>(() => `query:${id()}`);
    const beside = (step: number): void => {
        const next = report.queries[report.queries.findIndex((query) => query.id === id()) + step];
        if (next) go("query", next.id);
    };
    useKeys({ j: () => beside(1), k: () => beside(-1) });
    return () => {
        const query = view.value;
        if (!report.queries.some((one) => one.id === id())) return <h1>The report has no query {id()}</h1>;
        if (!query) return <p class="empty">…</p>;
        const shown = query.cases.find(({ name }) => name === address().slice(query.id.length + 1)) ?? query.cases[0];
        return (
            <>
                <h1>{query.id}</h1>
                {query.about !== "" && <p class="lead">{query.about}</p>}
                <FindingList findings={query.findings} />
                {query.cases.length > 1 && (
                    <nav class="cases" aria-label="Cases">
                        {query.cases.map(({ name, standing }) => (
                            <a
                                href={linkTo("query", query.id, name)}
                                aria-current={name === shown?.name ? "true" : undefined}
                            >
                                {name} <StandingMark standing={standing} />
                            </a>
                        ))}
                    </nav>
                )}
                {shown && <CaseSections key={`${query.id}#${shown.name}`} query={query} shown={shown} />}
                {query.text !== undefined && (
                    <section>
                        <h2>Statement</h2>
                        {query.file !== undefined && <p class="muted">{query.file}</p>}
                        <pre>{query.text}</pre>
                    </section>
                )}
            </>
        );
    };
});
