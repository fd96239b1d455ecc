import type { Golden, GoldenCase } from "../../core/golden.ts";
import type { BoundCase, Query } from "../../core/query.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import { sameLines } from "../../core/same-lines.ts";
import { inPlanningSession } from "../explain.ts";
import { readFacts, readPlannerSettings } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { readGoldens, removeGolden, writeGolden } from "./golden-files.ts";
import { goldenText } from "./golden-text.ts";
import { readPartitions } from "../partitions.ts";
import { readsIndex } from "./levers.ts";
import { tiedTrees } from "./tie.ts";
import { aboutFigures, isAboutFigures } from "./about-figures.ts";
import { argumentLines, majorVersion } from "./plan-run.ts";
import type { PlanRun } from "./plan-run.ts";
import { servesTheSame } from "./same-index.ts";
import { statementFacts } from "./statement.ts";

/** Queries whose goldens were written, were as they should be, or were removed because the query is gone. */
export interface Acceptance {
    readonly written: readonly string[];
    readonly unchanged: readonly string[];
    readonly removed: readonly string[];
}

/**
 * Figures are evidence, not promises: a golden keeps its figure until the measured one is this many times as large or
 * as small. So rows that come and go rewrite no file.
 */
export const tolerance = 4 / 3;

/**
 * Makes the plans of a run the accepted ones. A golden in which nothing changed that decides a plan is left as it is,
 * so that accepting twice, or after an unrelated change of the schema, gives no diff. A whole run also removes the
 * goldens of queries that are gone.
 *
 * @param reason why, for the reviewer; it goes into the files that change
 */
export async function acceptPlans(directory: string, run: PlanRun, reason: string | undefined): Promise<Acceptance> {
    const before = await readGoldens(directory);
    const written: string[] = [];
    const unchanged: string[] = [];
    for (const query of run.known) {
        const planned = run.cases.flatMap((bound, i) => {
            const result = run.results[i];
            return bound.query.id === query.id && result ? [{ bound, result }] : [];
        });
        if (planned.length === 0) continue;
        const old = before.get(query.id);
        const fresh = await goldenOf(run, query, planned, old);
        if (old && isSettled(old, fresh)) unchanged.push(query.id);
        else {
            await writeGolden(directory, { ...fresh, reason });
            written.push(query.id);
        }
    }
    const known = new Set(run.known.map(({ id }) => id));
    const removed = run.isWhole ? [...before.keys()].filter((id) => !known.has(id)) : [];
    for (const id of removed) await removeGolden(directory, id);
    return { written, unchanged, removed };
}

interface Planned {
    readonly bound: BoundCase;
    readonly result: PlanResult;
}

async function goldenOf(
    run: PlanRun,
    query: Query,
    planned: readonly Planned[],
    old: Golden | undefined,
): Promise<Golden> {
    const statement = statementFacts(query.text);
    const tables = [...new Set(planned.flatMap(({ result }) => result.tables))];
    const { facts, settings, fresh } = await inPlanningSession(run.database, [], async (client) => {
        const facts = await readFacts(client, tables, statement.relations, statement.functions);
        const partitions = await readPartitions(client);
        const fresh: GoldenCase[] = [];
        for (const { bound, result } of planned) {
            const replanned = { client, bound, partitions, tables: result.tables, indexes: facts.indexes };
            fresh.push(caseOf({ bound, result }, run.scale, facts, await tiedTrees(replanned)));
        }
        return { facts, settings: await readPlannerSettings(client), fresh };
    });
    // Plans at other scales stay, unless they are of other rows or of a case that is gone.
    const others = old?.dataset === run.dataset ? old.cases.filter(({ scale }) => scale !== run.scale) : [];
    const order = query.cases.map(({ name }) => name);
    const modelled = modelledOf(run, query, old).filter(({ name }) => order.includes(name));
    const trees = [
        ...fresh.flatMap(({ tree, alternatives }) => [tree, ...alternatives]),
        ...modelled.flatMap(({ plans }) => plans.map(({ tree }) => tree)),
    ];
    const cases = [...fresh, ...others.filter(({ name }) => order.includes(name))].toSorted(
        (a, b) => order.indexOf(a.name) - order.indexOf(b.name) || a.scale - b.scale,
    );
    const kept = others.length > 0 && old ? [...old.indexes] : [];
    const defined = facts.indexes.flatMap(({ id, definition }) =>
        trees.some((tree) => readsIndex(tree, id)) ? [[id, definition] as const] : [],
    );
    return {
        query: query.id,
        reason: old?.reason,
        statement: statement.digest,
        server: majorVersion(run.serverVersion),
        settings,
        dataset: run.dataset,
        indexes: new Map([...kept, ...defined]),
        evidence: new Map([...facts.evidence, ...figuresOf(run, tables, old)]),
        cases,
        modelled,
    };
}

/** The plans of a query at modelled sizes: those of the run, or where it has none those that were accepted before. */
function modelledOf({ modelled, dataset }: PlanRun, query: Query, old: Golden | undefined): Golden["modelled"] {
    if (modelled === undefined) return old?.dataset === dataset ? old.modelled : [];
    return modelled.cases.flatMap((one) =>
        one.query === query.id && one.plans.length > 0
            ? [{ name: one.case, plans: one.plans.map(({ scale, tree }) => ({ scale, tree })) }]
            : [],
    );
}

/** What the modelled plans were made from. */
function figuresOf({ modelled }: PlanRun, tables: readonly string[], old: Golden | undefined): [string, string][] {
    if (modelled === undefined) return [...(old?.evidence ?? [])].filter(([about]) => isAboutFigures(about));
    return [...modelled.figures].flatMap(([table, digest]) =>
        tables.includes(table) && modelled.scales.length > 0 ? [[`${aboutFigures}${table}`, digest]] : [],
    );
}

function caseOf(
    { bound, result }: Planned,
    scale: number,
    facts: Facts,
    alternatives: GoldenCase["alternatives"],
): GoldenCase {
    return {
        name: result.case,
        scale,
        arguments: argumentLines(bound),
        tree: result.tree,
        alternatives,
        buffers: result.buffers.hit + result.buffers.read,
        rows: new Map([...facts.rows].filter(([table]) => result.tables.includes(table))),
    };
}

/**
 * Whether nothing differs that decides a plan, and no figure by much. One of several plans that cost the same is as good
 * as the other, and which they are is not the same after each ANALYZE.
 */
function isSettled(old: Golden, fresh: Golden): boolean {
    const decisive = (golden: Golden): string =>
        goldenText({
            ...golden,
            reason: undefined,
            evidence: new Map(),
            indexes: new Map(),
            cases: golden.cases.map((one) => ({
                ...one,
                tree: ["a plan"],
                alternatives: [],
                buffers: undefined,
                rows: new Map(),
            })),
        });
    return (
        decisive(old) === decisive(fresh) &&
        fresh.modelled.every(({ plans }) => plans.every(({ tree }) => readsSameIndexes(tree, old, fresh))) &&
        fresh.cases.every((one, i) => {
            const before = old.cases[i];
            if (!before || !hasTree(before, one.tree) || !readsSameIndexes(one.tree, old, fresh)) return false;
            const tables = [...one.rows.keys()];
            return (
                isNear(before.buffers ?? 0, one.buffers ?? 0) &&
                tables.every((table) => isNear(before.rows.get(table) ?? 0, one.rows.get(table) ?? 0))
            );
        })
    );
}

function readsSameIndexes(tree: readonly string[], old: Golden, fresh: Golden): boolean {
    return [...fresh.indexes].every(
        ([id, definition]) => !readsIndex(tree, id) || servesTheSame(old.indexes.get(id), definition),
    );
}

/** Whether a tree is the accepted one, or one that is as good. */
function hasTree({ tree, alternatives }: GoldenCase, wanted: readonly string[]): boolean {
    return [tree, ...alternatives].some((one) => sameLines(one, wanted));
}

/** Whether a figure is still what a golden says, for all that it matters. */
export function isNear(before: number, now: number): boolean {
    return now <= before * tolerance && before <= now * tolerance;
}
