import type { CauseKind } from "../../core/comparison.ts";
import { counted, grouped } from "../../core/counted.ts";
import type { Golden, GoldenCase } from "../../core/golden.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteLiteral } from "../../core/quote.ts";
import { sameLines } from "../../core/same-lines.ts";
import { isAboutFigures } from "./about-figures.ts";
import { isNear } from "./accept.ts";
import { indexCandidates } from "./index-candidates.ts";
import { declarationCandidate } from "./declared.ts";
import { subjectOfEvidence } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { believeRows } from "./levers.ts";
import { argumentLines } from "./plan-run.ts";
import type { StatementFacts } from "./statement.ts";

/** Something that is not as it was when a plan was accepted. */
export interface Candidate {
    readonly kind: CauseKind;
    /** A clause: `index tasks_due_idx is gone`. */
    readonly what: string;
    /** SQL that makes it as it was, in a transaction that is rolled back; absent where SQL cannot. */
    readonly undo?: readonly string[];
    /** Whether that undoes only part of it, so that to no avail does not mean that it is not the cause. */
    readonly inPart?: boolean;
    /** The case as it was, where it is the statement or its arguments that differ, and somebody still has them. */
    readonly before?: BoundCase;
}

/** A golden, the case of it that changed, and how things are now. */
export interface Change {
    readonly golden: Golden;
    readonly accepted: GoldenCase;
    readonly bound: BoundCase;
    /** The case as it was, where somebody still has it: a golden keeps but a digest of the statement. */
    readonly before?: BoundCase;
    readonly result: Pick<PlanResult, "tables">;
    readonly now: {
        readonly server: string;
        readonly dataset: string;
        readonly settings: ReadonlyMap<string, string>;
        readonly statement: StatementFacts;
        readonly facts: Facts;
    };
}

/** All that differs since a plan was accepted, and can have changed it. */
export function candidatesFor(change: Change): Candidate[] {
    return [
        ...settingCandidates(change),
        ...indexCandidates(change),
        ...statementCandidates(change),
        ...evidenceCandidates(change),
        ...rowCandidates(change),
        ...serverCandidates(change),
    ];
}

/** The one setting of the planner that nothing is planned with: it decides what the next ANALYZE finds. */
const usedByAnalyze = "default_statistics_target";

function settingCandidates({ golden, now }: Change): Candidate[] {
    const names = [...new Set([...golden.settings.keys(), ...now.settings.keys()])].toSorted();
    return names.flatMap((name) => {
        const [was, is] = [golden.settings.get(name), now.settings.get(name)];
        if (was === is) return [];
        const value =
            was === undefined
                ? `(select boot_val from pg_catalog.pg_settings where name = ${quoteLiteral(name)})`
                : quoteLiteral(was);
        const set = `select pg_catalog.set_config(${quoteLiteral(name)}, ${value}, true)`;
        const what = `setting ${name} is ${is ?? "built in"} and was ${was ?? "built in"}`;
        return [{ kind: "setting", what, undo: [set], ...(name === usedByAnalyze && { inPart: true }) }];
    });
}

function statementCandidates({ golden, accepted, bound, before, now }: Change): Candidate[] {
    const because = (what: string): Candidate => ({ kind: "query", what, ...(before && { before }) });
    const sameArguments = sameLines(argumentLines(bound), accepted.arguments);
    return [
        ...(golden.statement === now.statement.digest ? [] : [because("the statement is another one")]),
        ...(sameArguments ? [] : [because("the case has other arguments")]),
    ];
}

function evidenceCandidates({ golden, now }: Change): Candidate[] {
    const isModelled = [...now.facts.evidence.keys()].some(isAboutFigures);
    const decides = (about: string): boolean =>
        !about.startsWith("indexes of ") && (isModelled || !isAboutFigures(about));
    const known = new Map([...golden.evidence].filter(([about]) => decides(about)));
    const subjects = new Set([...known.keys()].map(subjectOfEvidence));
    const present = new Map(
        [...now.facts.evidence].filter(([about]) => decides(about) && subjects.has(subjectOfEvidence(about))),
    );
    return (
        [...new Set([...known.keys(), ...present.keys()])]
            .toSorted()
            .filter((about) => known.get(about) !== present.get(about))
            // What leads to a function no more, or does now, is what changed.
            .filter((about) => !/^(function|declaration of) /.test(about) || (known.has(about) && present.has(about)))
            .map(
                (about): Candidate =>
                    declarationCandidate(about, { was: known.get(about), is: present.get(about) }) ?? {
                        kind: isAboutFigures(about) ? "statistics" : "schema",
                        what: `${about} ${about.startsWith("function ") ? "is another one" : "changed"}`,
                    },
            )
    );
}

function rowCandidates({ accepted, golden, now }: Change): Candidate[] {
    return [...accepted.rows].flatMap(([table, was]) => {
        const is = now.facts.rows.get(table);
        if (is === undefined || isNear(is, was) || golden.evidence.has(`partition key of ${table}`)) return [];
        const undo = [believeRows(table, String(was))];
        return [
            {
                kind: "statistics",
                what: `${table} has ${counted(is, "row")} and had ${grouped(was)}`,
                undo,
                inPart: true,
            },
        ];
    });
}

function serverCandidates({ golden, now }: Change): Candidate[] {
    return [
        ...(golden.server === now.server
            ? []
            : [{ kind: "server" as const, what: `the server is ${now.server} and was ${golden.server}` }]),
        ...(golden.dataset === now.dataset
            ? []
            : [{ kind: "statistics" as const, what: `the dataset is ${now.dataset} and was ${golden.dataset}` }]),
    ];
}
