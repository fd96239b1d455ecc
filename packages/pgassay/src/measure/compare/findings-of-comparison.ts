import type { CaseComparison, Comparison } from "../../core/comparison.ts";
import { sortFindings, type Finding } from "../../core/finding.ts";
import { subjectOf } from "../../core/run-record.ts";
import { formatRatio } from "../../report/ratio.ts";

/** What a comparison gives cause to look at. Only a confirmed slowdown, or having compared nothing, is an error. */
export function findingsOf(comparison: Comparison): Finding[] {
    return sortFindings([
        ...comparison.cases.flatMap(findingsOfCase),
        ...nothingCompared(comparison),
        ...timesDoubted(comparison),
        ...timesMissing(comparison),
    ]);
}

function findingsOfCase(one: CaseComparison): Finding[] {
    const subject = subjectOf(one);
    if (one.incomparable.length > 0) {
        const message = "plans can be read side by side, but counts and times of the two sides do not compare";
        return [{ code: "not-comparable", severity: "warning", subject, message, detail: one.incomparable.join("\n") }];
    }
    return [...slower(one, subject), ...moreWork(one, subject)];
}

function slower({ time }: CaseComparison, subject: string): Finding[] {
    if (time?.verdict !== "slower" || !time.again) return [];
    const [first, again] = [time.first, time.again].map(({ ratio }) => formatRatio(ratio));
    const what = time.clock === "cpu" ? "processor time" : "time";
    const message = `takes more ${what} than before in two rounds of new sessions: ${first}, then ${again}`;
    return [{ code: "became-slower", severity: "error", subject, message }];
}

function moreWork({ work }: CaseComparison, subject: string): Finding[] {
    return work
        .filter(({ metric, base, head }) => metric !== "rows" && head > base)
        .map(({ metric, base, head }) => ({
            code: "work-increased",
            severity: "warning",
            subject,
            message: `${metric.startsWith("WAL") ? "writes" : "touches"} ${head} ${metric}, ${base} before`,
        }));
}

function nothingCompared({ base, head, cases }: Comparison): Finding[] {
    if (cases.some(compares)) return [];
    const common = cases.filter((one) => one.base && one.head).length;
    const message =
        common === 0
            ? "the two sides have no case in common"
            : `none of the ${common} cases that both sides have is comparable`;
    return [{ code: "nothing-compared", severity: "error", subject: `${base} and ${head}`, message }];
}

function compares({ base, head, incomparable }: CaseComparison): boolean {
    return base !== undefined && head !== undefined && incomparable.length === 0;
}

/** Where nothing compares at all, that is what there is to say. */
function timesMissing({ base, head, cases, timesMissing: reason }: Comparison): Finding[] {
    if (reason === undefined || !cases.some(compares)) return [];
    return [
        {
            code: "times-missing",
            severity: "error",
            subject: `${base} and ${head}`,
            message: `nothing was timed: ${reason}`,
        },
    ];
}

function timesDoubted({ base, head, timesDoubted: reason }: Comparison): Finding[] {
    if (reason === undefined) return [];
    return [{ code: "times-doubted", severity: "warning", subject: `${base} and ${head}`, message: reason }];
}
