import type { CaseCause, TimeVerdict } from "../../core/comparison.ts";
import type { Finding } from "../../core/finding.ts";
import type { IndexCoverage, IndexEffect, ProposedIndex } from "../../core/index-coverage.ts";
import type { CaseGrowth, MeasuredSize, ModelledPlan } from "../../core/modelled-plan.ts";
import type { MutantResult, MutationScore } from "../../core/mutation-run.ts";
import type { Explanation, GenericPlan, PlanResult } from "../../core/plan-result.ts";
import type { RuleCoverage, RuleShares } from "../../core/rule-coverage.ts";
import type { Measurement, RunRecord } from "../../core/run-record.ts";

/** How a query or a case stands; `changed` is nobody's fault and yet worth a look. From the worst to the best. */
export const standings = ["error", "warning", "changed", "fine"] as const;

export type Standing = (typeof standings)[number];

/** What the page knows as soon as it opens; all else it unpacks when it is looked at. */
export interface ReportIndex {
    /** `bduf at scale 1`, or what else the report is about. */
    readonly title: string;
    /** Version of pgassay that made the report. */
    readonly pgassay: string;
    /** The newest run; its plans and times are what the pages of queries show. */
    readonly run?: Pick<RunRecord, "verb" | "startedAt" | "server" | "dataset" | "machine">;
    /** What the sides of the comparison are called, where there is one. */
    readonly comparison?: { readonly base: string; readonly head: string; readonly timesDoubted?: string };
    /** When the runs of the trends began, the oldest first. */
    readonly runs: readonly string[];
    /** The worst first. */
    readonly queries: readonly QueryInBrief[];
    /** Of all records, errors first; one that several records have is there once. */
    readonly findings: readonly Finding[];
    readonly mutationScore?: MutationScore;
    readonly indexes?: number;
    /** Number of the element that holds a chunk, by the chunk's name. */
    readonly chunks: Readonly<Record<string, number>>;
}

/** A line of the overview. */
export interface QueryInBrief {
    readonly id: string;
    readonly about: string;
    readonly standing: Standing;
    /** What is to be said of it: codes of findings, `slower`, `plan changed`. */
    readonly marks: readonly string[];
    readonly cases: number;
    /** Of the case that comes nearest to its target, or is furthest over it. */
    readonly latency?: { readonly p95Ms: number; readonly targetMs: number };
    /** Of the case that comes nearest to its budget, or is furthest over it. */
    readonly blocks?: { readonly touched: number; readonly budget?: number };
    /** Median latency of its slowest case in each run, in milliseconds; null where the run did not measure it. */
    readonly trend: readonly (number | null)[];
}

/** The page of a query. */
export interface QueryView {
    readonly id: string;
    readonly about: string;
    readonly file?: string;
    readonly text?: string;
    /** Findings that are about it, those of its cases left out. */
    readonly findings: readonly Finding[];
    readonly cases: readonly CaseView[];
}

export interface CaseView {
    readonly name: string;
    readonly standing: Standing;
    readonly arguments: readonly string[];
    readonly findings: readonly Finding[];
    readonly plan?: PlanView;
    readonly before?: { readonly from: string; readonly plan: PlanView };
    /** From the plan before to the one now, as lines of a diff; absent when they are equal or one is missing. */
    readonly diff?: string;
    readonly latency?: Measurement & { readonly targetMs: number; readonly isConfirmation: boolean };
    readonly time?: TimeView;
    /** Why its plan or its counts differ, as the comparison found out. */
    readonly cause?: CaseCause;
    /** Parallel to `ReportIndex.runs`. */
    readonly trend: Trend;
    readonly history?: HistoryView;
    readonly growth?: GrowthView;
    /** The indexes that it would be worse off without. */
    readonly needs: readonly IndexNeed[];
}

/** A case at other sizes: modelled plans, executions on loaded rows, and how both grow. */
export interface GrowthView extends CaseGrowth {
    readonly plans: readonly ModelledPlan[];
    readonly measured: readonly MeasuredSize[];
}

export interface Trend {
    readonly p50Ms: readonly (number | null)[];
    readonly p95Ms: readonly (number | null)[];
    readonly blocks: readonly (number | null)[];
}

/** A case in the history: how many times as long as the reference it took, with its 95 % interval, night by night. */
export interface HistoryView {
    readonly starts: readonly string[];
    /** Parallel to `starts`, as those below; null where the night did not measure it. */
    readonly ratio: readonly (number | null)[];
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
    readonly blocks: readonly (number | null)[];
    readonly alerts: readonly { readonly since: string; readonly before: number; readonly after: number }[];
}

/** What a comparison of checkouts says of the times of a case. */
export interface TimeView {
    readonly verdict: TimeVerdict;
    readonly clock: "cpu" | "wall";
    readonly ratio: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
}

export interface PlanView {
    readonly tree: readonly string[];
    readonly nodes: readonly PlanNodeView[];
    /** For the plan viewer. */
    readonly explanation?: Explanation;
    readonly blocks: number;
    readonly budget?: number;
    /** The fewest blocks that any plan could touch, where that is known. */
    readonly floor?: number;
    readonly temporaryBlocks: number;
    readonly rows: number;
    readonly rowsRemoved: number;
    readonly qError: number;
    readonly indexes: readonly string[];
    readonly planningMs?: number;
    readonly wal?: { readonly records: number; readonly bytes: number };
    readonly generic?: GenericPlan;
    readonly golden: PlanResult["golden"];
}

/** A node of a plan and the work that is its own. */
export interface PlanNodeView {
    /** 0 is the top. */
    readonly depth: number;
    /** `Index Scan using tasks_pkey on tasks t`. */
    readonly text: string;
    /** Blocks of 8 kB that it touched, its children's left out; undefined where the plan was not executed. */
    readonly blocks?: number;
    readonly estimatedRows: number;
    /** Rows of all its executions together. */
    readonly rows?: number;
    readonly loops?: number;
}

/** An index, and what becomes of the case without it. */
export interface IndexNeed extends IndexEffect {
    readonly index: string;
}

/** The page of index coverage. */
export interface CoverageView {
    readonly indexes: readonly IndexCoverage[];
    /** The one that is worth most first. */
    readonly proposed: readonly ProposalView[];
}

/** An index that does not exist, with what it comes to. */
export interface ProposalView extends ProposedIndex {
    /** Blocks that all cases together fetch less, each executed once. */
    readonly saved: number;
    /** The same for each byte that one more row adds to the log; absent where that is not known. */
    readonly worth?: number;
}

/** The page of mutants: what survived in full, of the others their number. */
export interface MutationView {
    readonly score: MutationScore;
    readonly classes: readonly string[];
    readonly owners: readonly {
        readonly name: string;
        readonly score: MutationScore;
        /** Parallel to `classes`; null where it has no mutant of the class that counts. */
        readonly byClass: readonly ({ readonly killed: number; readonly survived: number } | null)[];
    }[];
    readonly survivors: readonly MutantResult[];
}

/** The page of rules: by what they belong to, and in full those of which something lacks. */
export interface RuleCoverageView {
    readonly rules: number;
    readonly shares: RuleShares;
    readonly owners: readonly { readonly name: string; readonly rules: number; readonly shares: RuleShares }[];
    readonly holes: readonly RuleCoverage[];
}
