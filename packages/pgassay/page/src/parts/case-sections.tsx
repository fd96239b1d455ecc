import type { FunctionalComponent } from "vue";
import type { CaseView, QueryView } from "../../../src/report/html/report-data.ts";
import { Figures } from "./figures.tsx";
import { FindingList } from "./finding-list.tsx";
import { PlanSection } from "./plan-section.tsx";

/** All that the report says of one case, each in a section that is left out where there is nothing to say. */
export const CaseSections: FunctionalComponent<{ query: QueryView; shown: CaseView }> = ({ query, shown }) => (
    <>
        {shown.findings.length > 0 && <FindingList findings={shown.findings} />}
        {(shown.plan ?? shown.latency) && <Figures shown={shown} />}
        {shown.plan && <PlanSection shown={shown} statement={query.text} />}
    </>
);
CaseSections.props = ["query", "shown"];
