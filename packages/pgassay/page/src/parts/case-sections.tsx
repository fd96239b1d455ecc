import type { FunctionalComponent } from "vue";
import type { CaseView, QueryView } from "../../../src/report/html/report-data.ts";
import { ComparisonSection } from "./comparison-section.tsx";
import { DistributionSection } from "./distribution-section.tsx";
import { Figures } from "./figures.tsx";
import { FindingList } from "./finding-list.tsx";
import { GrowthSection } from "./growth-section.tsx";
import { NeedsSection } from "./needs-section.tsx";
import { PlanSection } from "./plan-section.tsx";
import { HistorySection, TrendSection } from "./trend-section.tsx";

/** All that the report says of one case, each in a section that is left out where there is nothing to say. */
export const CaseSections: FunctionalComponent<{ query: QueryView; shown: CaseView }> = ({ query, shown }) => (
    <>
        {shown.findings.length > 0 && <FindingList findings={shown.findings} />}
        {(shown.plan ?? shown.latency) && <Figures shown={shown} />}
        {shown.time && <ComparisonSection time={shown.time} />}
        {shown.plan && <PlanSection shown={shown} statement={query.text} />}
        {shown.latency && <DistributionSection latency={shown.latency} />}
        <TrendSection shown={shown} />
        {shown.history && <HistorySection history={shown.history} />}
        {shown.growth && <GrowthSection growth={shown.growth} />}
        {shown.needs.length > 0 && <NeedsSection needs={shown.needs} />}
    </>
);
CaseSections.props = ["query", "shown"];
