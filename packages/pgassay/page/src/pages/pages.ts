import type { Component } from "vue";
import type { ReportIndex } from "../../../src/report/html/report-data.ts";
import type { Route } from "../route.ts";
import { FindingPage } from "./finding-page.tsx";
import { FindingsPage } from "./findings-page.tsx";
import { IndexesPage } from "./indexes-page.tsx";
import { LoadPage } from "./load-page.tsx";
import { MutantsPage } from "./mutants-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { QueryPage } from "./query-page.tsx";
import { RulesPage } from "./rules-page.tsx";

/** A part of the report that has a link of its own. */
interface Page {
    /** The first part of its route; nothing for the overview. */
    readonly name: readonly [] | readonly [string];
    readonly title: string;
    readonly view: Component;
    /** Whether the report has anything to show there, so that there is a link to it. */
    readonly isIn: (report: ReportIndex) => boolean;
}

const overview: Page = { name: [], title: "Overview", view: OverviewPage, isIn: () => true };

export const pages: readonly Page[] = [
    overview,
    { name: ["findings"], title: "Findings", view: FindingsPage, isIn: () => true },
    { name: ["indexes"], title: "Indexes", view: IndexesPage, isIn: ({ chunks }) => "indexes" in chunks },
    { name: ["mutants"], title: "Mutants", view: MutantsPage, isIn: ({ chunks }) => "mutants" in chunks },
    { name: ["rules"], title: "Rules", view: RulesPage, isIn: ({ chunks }) => "rules" in chunks },
    { name: ["load"], title: "Load", view: LoadPage, isIn: ({ chunks }) => "load" in chunks },
    { name: ["query"], title: "Query", view: QueryPage, isIn: () => false },
    { name: ["finding"], title: "Finding", view: FindingPage, isIn: () => false },
];

/** The page of a route; the overview for one that leads nowhere. */
export function pageOf([first]: Route): Page {
    return pages.find(({ name }) => name[0] === first) ?? overview;
}
