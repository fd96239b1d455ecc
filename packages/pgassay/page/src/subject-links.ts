import type { ReportIndex } from "../../src/report/html/report-data.ts";
import { linkTo } from "./route.ts";

/** The page of what a finding is about: of a query or of one of its cases, where the report has it. */
export function subjectLinks({ queries }: ReportIndex): (subject: string) => string | undefined {
    const ids = new Set(queries.map(({ id }) => id));
    return (subject) => {
        const at = subject.lastIndexOf("#");
        if (ids.has(subject)) return linkTo("query", subject);
        const id = subject.slice(0, Math.max(0, at));
        return ids.has(id) ? linkTo("query", id, subject.slice(at + 1)) : undefined;
    };
}
