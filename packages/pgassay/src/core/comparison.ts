import type { PlanResult } from "./plan-result.ts";
import { sameLines } from "./same-lines.ts";
import type { Ratio, SessionPair } from "./statistics/session-ratio.ts";

/** Which of two states that are compared: the one before, or the one now. */
export type Side = "base" | "head";

/** What a comparison of times says; `cannot tell` is an answer and not a failure. */
export const timeVerdicts = ["faster", "slower", "same", "cannot tell"] as const;
export type TimeVerdict = (typeof timeVerdicts)[number];

/** What sort of thing makes a plan or a count differ. Data is `statistics`: by them the planner knows of it. */
export const causeKinds = ["index", "schema", "query", "statistics", "setting", "server"] as const;
export type CauseKind = (typeof causeKinds)[number];

/** Why a plan or a count of a case differs. */
export interface CaseCause {
    /** Each once; several where no single one accounts for it. */
    readonly kinds: readonly CauseKind[];
    /** A clause: `index tasks_due_idx is gone`. */
    readonly what: string;
    /** Whether base's plan and counts come back with that as it was; else it is what remains when all else is excluded. */
    readonly isProved: boolean;
}

/** What is counted, and is the same in every execution. */
export const workMetrics = ["blocks", "rows", "temporary blocks", "WAL records", "WAL bytes"] as const;

/** A count, before and after. */
export interface WorkChange {
    readonly metric: (typeof workMetrics)[number];
    readonly base: number;
    readonly head: number;
}

/** One round of session pairs, and what the rank test says of their medians. */
export interface Round {
    readonly pairs: readonly SessionPair[];
    readonly ratio: Ratio;
    /** Two-sided, of one case alone; in a second round adjusted for all cases that were asked again. */
    readonly p: number;
}

/** The times of one case on both sides. */
export interface TimeComparison {
    /** Processor time of the server's process where the kernel tells it, else the time that the client waits. */
    readonly clock: "cpu" | "wall";
    readonly first: Round;
    /** New sessions; only where the first round looks like a change. */
    readonly again?: Round;
    readonly verdict: TimeVerdict;
}

/** One case of a query, before and after. */
export interface CaseComparison {
    readonly query: string;
    readonly case: string;
    /** Absent where the case is new. */
    readonly base?: PlanResult;
    /** Absent where the case is gone. */
    readonly head?: PlanResult;
    /** Counts that differ. */
    readonly work: readonly WorkChange[];
    /** Why plan or counts differ; absent where they do not, and where nobody can tell. */
    readonly cause?: CaseCause;
    readonly time?: TimeComparison;
    /** Why neither counts nor times say anything about the change; empty when they do. */
    readonly incomparable: readonly string[];
}

/** What moved between two states of a schema, its queries and its data. */
export interface Comparison {
    /** What the sides are called: directories or run records. */
    readonly base: string;
    readonly head: string;
    readonly cases: readonly CaseComparison[];
    /** Why no verdict on time counts; absent when they do. */
    readonly timesDoubted?: string;
    /** Why there are no times although they were asked for; absent when there are some, or were not meant to be. */
    readonly timesMissing?: string;
}

/** Whether the plans differ in their shape. */
export function planChanged({ base, head }: Pick<CaseComparison, "base" | "head">): boolean {
    return base !== undefined && head !== undefined && !sameLines(base.tree, head.tree);
}

/** The counts of two plans of one case that differ. */
export function workChanges(base: PlanResult, head: PlanResult): WorkChange[] {
    const figures = ({ buffers, rows, wal }: PlanResult): [WorkChange["metric"], number][] => [
        // The pages that a write comes upon have room or not, and by that it touches a block more or less.
        ...(wal
            ? ([
                  ["WAL records", wal.records],
                  ["WAL bytes", wal.bytes],
              ] satisfies [WorkChange["metric"], number][])
            : ([["blocks", buffers.hit + buffers.read]] satisfies [WorkChange["metric"], number][])),
        ["temporary blocks", buffers.tempRead + buffers.tempWritten],
        ["rows", rows],
    ];
    const after = new Map(figures(head));
    return figures(base).flatMap(([metric, before]) => {
        const now = after.get(metric) ?? before;
        return now === before ? [] : [{ metric, base: before, head: now }];
    });
}
