import type { FunctionalComponent } from "vue";
import type { Standing } from "../../../src/report/html/report-data.ts";
import { linkTo } from "../route.ts";

const signs = { error: "✕", warning: "!", changed: "≈", fine: "✓" } as const;

/** How something stands, as a sign with its word: colour alone tells nobody who does not see it. */
export const StandingMark: FunctionalComponent<{ standing: Standing }> = ({ standing }) => (
    <span class={["standing", standing]}>
        <span aria-hidden="true">{signs[standing]}</span> {standing}
    </span>
);

/** A code of a finding leads to its page; other words are only words. */
export const Mark: FunctionalComponent<{ mark: string }> = ({ mark }) =>
    mark.includes("-") ? (
        <a class="mark" href={linkTo("finding", mark)}>
            {mark}
        </a>
    ) : (
        <span class="mark">{mark}</span>
    );

/** How much of a limit is used: full is all of it, and past that it is marked. */
export const Meter: FunctionalComponent<{ value: number; limit: number | undefined }> = ({ value, limit }) =>
    limit === undefined ? null : (
        <span class={["meter", value > limit && "over"]} aria-hidden="true">
            <span style={{ inlineSize: `${Math.min(100, (100 * value) / limit)}%` }} />
        </span>
    );
Meter.props = ["value", "limit"];
Mark.props = ["mark"];
StandingMark.props = ["standing"];
