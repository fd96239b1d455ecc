import { planChanged, type CaseComparison, type Comparison } from "../core/comparison.ts";
import { lineDiff } from "../core/line-diff.ts";
import { subjectOf } from "../core/run-record.ts";
import { formatRatio } from "./ratio.ts";

/** Lines of a plan's difference that are shown. */
const longestDiff = 60;

/** What a table says of one case, whatever the table is drawn with. */
export interface ComparisonRow {
    readonly subject: string;
    /** What happened to it, the weightiest first: `slower`, `plan changed`, `new`. */
    readonly verdicts: readonly string[];
    /** `index`, or `statistics?` where nothing proves it; empty where there is nothing to explain. */
    readonly cause: string;
    /** `35 → 470`, or one figure where it is the same. */
    readonly blocks: string;
    /** The ratio of times with its interval; empty where they were not compared. */
    readonly time: string;
}

/** The cases of which there is something to say, in their order, and how many have nothing to them. */
export function rowsOf({ cases }: Comparison): { readonly rows: readonly ComparisonRow[]; readonly unchanged: number } {
    const rows = cases.map((one) => rowOf(one)).filter(({ verdicts }) => verdicts.length > 0);
    return { rows, unchanged: cases.length - rows.length };
}

/** A case that differs: why, in words, and the lines of its plan. */
export interface Difference {
    readonly subject: string;
    /** `because index book_shelf_id_idx is gone (proved)`; empty where nobody can tell. */
    readonly reason: string;
    /** The changed lines of its plan as a unified diff; empty where only counts differ. */
    readonly diff: string;
}

/** The cases whose plans differ, or of which it is known why they do otherwise. */
export function differencesOf({ cases }: Comparison): readonly Difference[] {
    return cases
        .filter((one) => planChanged(one) || one.cause !== undefined)
        .map((one) => ({
            subject: subjectOf(one),
            reason: reasonOf(one),
            diff: planChanged(one)
                ? lineDiff(one.base?.tree.join("\n") ?? "", one.head?.tree.join("\n") ?? "", longestDiff)
                : "",
        }));
}

function reasonOf({ cause }: CaseComparison): string {
    if (cause === undefined) return "";
    return cause.isProved ? `because ${cause.what} (proved)` : `it seems because ${cause.what} (by elimination)`;
}

function rowOf(one: CaseComparison): ComparisonRow {
    const time = one.time && formatRatio((one.time.again ?? one.time.first).ratio);
    const cause = one.cause ? `${one.cause.kinds.join(", ")}${one.cause.isProved ? "" : "?"}` : "";
    return { subject: subjectOf(one), verdicts: verdictsOf(one), cause, blocks: blocksOf(one), time: time ?? "" };
}

function verdictsOf(one: CaseComparison): string[] {
    if (!one.base) return ["new"];
    if (!one.head) return ["gone"];
    const plan = planChanged(one) ? ["plan changed"] : [];
    if (one.incomparable.length > 0) return [...plan, "not comparable"];
    const time = one.time?.verdict === "slower" || one.time?.verdict === "faster" ? [one.time.verdict] : [];
    const work = one.work.map(({ metric, base, head }) => `${head > base ? "more" : "fewer"} ${metric}`);
    return [...time, ...plan, ...work];
}

function blocksOf({ base, head }: CaseComparison): string {
    const figures = [base, head].flatMap((plan) => (plan ? [plan.buffers.hit + plan.buffers.read] : []));
    return [...new Set(figures)].join(" → ");
}
