import type { CauseKind } from "../../core/comparison.ts";
import { counted, grouped } from "../../core/counted.ts";
import type { Golden, GoldenCase } from "../../core/golden.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteLiteral, quoteName } from "../../core/quote.ts";
import { sameLines } from "../../core/same-lines.ts";
import { isAboutFigures } from "./about-figures.ts";
import { isNear } from "./accept.ts";
import { indexId } from "../plan-names.ts";
import { declarationCandidate } from "./declared.ts";
import { subjectOfEvidence } from "./facts.ts";
import type { Facts, IndexFact } from "./facts.ts";
import { believeRows, splitName } from "./levers.ts";
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

function indexCandidates({ golden, result, now }: Change): Candidate[] {
    const known = new Map(now.facts.indexes.map((index) => [index.id, index]));
    const lost = [...golden.indexes].filter(([id]) => !known.has(id));
    const renamedFrom = new Map(
        lost.flatMap(([id, definition]) => {
            const index = now.facts.indexes.find((one) => withoutName(one.definition) === withoutName(definition));
            return index ? [[id, index] as const] : [];
        }),
    );
    const renamed = new Set([...renamedFrom.values()].map(({ id }) => id));
    const candidates: Candidate[] = [];
    for (const [id, definition] of golden.indexes) {
        const index = known.get(id);
        const make = makeIndex(definition);
        const because = (state: string, undo: readonly string[]): void => {
            candidates.push({ kind: "index", what: `index ${id} is ${state}`, undo });
        };
        const successor = renamedFrom.get(id);
        if (successor) because(`called ${successor.id} now`, [renameBack(successor, id)]);
        else if (!index) because("gone", make);
        else if (!index.isValid) because("invalid", [index.removal, ...make]);
        else if (index.definition !== definition) because("another one", [index.removal, ...make]);
    }
    for (const table of new Set([...result.tables, ...[...golden.evidence.keys()].map(subjectOfEvidence)])) {
        const listed = golden.evidence.get(`indexes of ${table}`);
        const before = new Set(listed?.split(", "));
        const present = now.facts.indexes.filter((index) => index.table === table);
        // Of a table that the accepted plan did not read nothing is known.
        if (listed !== undefined || golden.evidence.has(`columns of ${table}`)) {
            candidates.push(...present.filter(({ id, name }) => !before.has(name) && !renamed.has(id)).map(newIndex));
        }
        const names = new Set(present.map(({ name }) => name));
        for (const name of before) {
            const id = indexId({ schema: splitName(table)[0], name });
            if (!names.has(name) && !golden.indexes.has(id))
                candidates.push({ kind: "index", what: `index ${id} is gone` });
        }
    }
    return candidates;
}

/** By this an index is the one that was called otherwise. */
function withoutName(definition: string): string {
    return definition.replace(/ INDEX ("([^"]|"")+"|\S+) ON /, " INDEX ON ");
}

function renameBack({ table, name }: IndexFact, before: string): string {
    const [schema] = splitName(table);
    const bare = before.startsWith(`${schema}.`) ? before.slice(schema.length + 1) : before;
    return `alter index ${quoteName(schema, name)} rename to ${quoteName(bare)}`;
}

/** An index on expressions has statistics of its own, which went with it. */
function makeIndex(definition: string): string[] {
    const [, table, keys = ""] = / ON (.*?) USING \w+ \((.*)\)/.exec(definition) ?? [];
    return [definition, ...(table !== undefined && keys.includes("(") ? [`analyze ${table}`] : [])];
}

function newIndex({ id, removal }: IndexFact): Candidate {
    return { kind: "index", what: `index ${id} is new`, undo: [removal] };
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
    return [...new Set([...known.keys(), ...present.keys()])]
        .toSorted()
        .filter((about) => known.get(about) !== present.get(about))
        .map(
            (about): Candidate =>
                declarationCandidate(about, { was: known.get(about), is: present.get(about) }) ?? {
                    kind: isAboutFigures(about) ? "statistics" : "schema",
                    what: `${about} ${about.startsWith("function ") ? "is another one" : "changed"}`,
                },
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
