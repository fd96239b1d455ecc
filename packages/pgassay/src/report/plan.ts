import { counted, grouped } from "../core/counted.ts";
import { leftOut, stretchesOf, type ModelledCase } from "../core/modelled-plan.ts";
import type { PlanResult } from "../core/plan-result.ts";
import { subjectOf } from "../core/run-record.ts";
import type { RunRecord } from "../core/run-record.ts";
import { sameLines } from "../core/same-lines.ts";
import { inWords } from "../core/scales.ts";
import { closingLine, renderFindings } from "./findings.ts";
import { lawOf } from "./law-of.ts";
import { painter } from "./paint.ts";
import type { Paint, RenderOptions } from "./paint.ts";

/** The plan of every case, one line a node, with its indexes and buffers; then the findings and what they come to. */
export function renderPlan(record: RunRecord, options: RenderOptions): string {
    const paint = painter(options);
    const sizes = new Map(record.modelled?.map((one) => [subjectOf(one), one]));
    const isModelled = record.modelled?.some(({ plans }) => plans.length > 0) === true;
    const parts = [
        ...record.plans.map((plan) => renderCase(plan, sizes.get(subjectOf(plan)), isModelled, paint)),
        withoutPolicies(record),
        renderFindings(record.findings, options),
    ];
    return [...parts.filter((part) => part !== ""), closingLine(record.plans.length, record.findings)].join("\n");
}

/** Tables that a line names; the record has them all. */
const mostShown = 3;

function withoutPolicies({ withoutPolicies: tables = [] }: RunRecord): string {
    if (tables.length === 0) return "";
    const [shown, left] = [tables.slice(0, mostShown).join(", "), tables.length - mostShown];
    const policies = `the policies of ${shown}${left > 0 ? ` and ${left} more` : ""}`;
    return `planned without ${policies}: row-level security does not hold for the user of this run\n`;
}

/** @param isModelled whether other cases have plans at modelled sizes */
function renderCase(plan: PlanResult, sizes: ModelledCase | undefined, isModelled: boolean, paint: Paint): string {
    const { hit, read, tempRead, tempWritten } = plan.buffers;
    const limit = plan.bufferBudget ?? Infinity;
    const buffers = limit === Infinity ? `${hit + read}` : `${hit + read}/${limit}`;
    const temp = tempRead + tempWritten > 0 ? `, temporary ${tempRead} read, ${tempWritten} written` : "";
    const over = hit + read > limit;
    const lines = [
        ...plan.tree,
        `${paint("dim", "indexes:")} ${plan.indexes.join(", ") || "none"}`,
        `${paint("dim", "buffers:")} ${over ? paint("red", buffers) : buffers}${temp}${floorOf(plan)}`,
        `${paint("dim", "rows:")} ${plan.rows}${plan.rowsRemoved > 0 ? `, ${plan.rowsRemoved} removed` : ""}`,
        ...(plan.wal
            ? [`${paint("dim", "wal:")} ${counted(plan.wal.records, "record")}, ${counted(plan.wal.bytes, "byte")}`]
            : []),
        ...genericLine(plan, paint),
        ...modelledLines(plan, sizes, isModelled, paint),
        ...growthLine(sizes, paint),
        ...(plan.golden === "none" ? [] : [`${paint("dim", "golden:")} ${plan.golden}`]),
    ];
    return `${paint("bold", subjectOf(plan))}\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

/** What no plan could fall below, and how many times that this one touches. */
function floorOf({ floor, buffers: { hit, read } }: PlanResult): string {
    if (floor === undefined) return "";
    if ("unknown" in floor) return `, floor unknown: ${floor.unknown}`;
    return `, floor ${floor.blocks} (×${((hit + read) / floor.blocks).toFixed(1)})`;
}

/** What other sizes make of the case, and what the model leaves out. */
function modelledLines(plan: PlanResult, sizes: ModelledCase | undefined, isModelled: boolean, paint: Paint): string[] {
    const gap = isModelled ? leftOut(plan.tree) : undefined;
    return [
        ...(sizes !== undefined && sizes.plans.length > 0
            ? [`${paint("dim", "modelled:")} ${atSizes(plan, sizes)}`]
            : []),
        ...(gap === undefined ? [] : [`${paint("dim", "not modelled:")} ${gap}`]),
    ];
}

function growthLine(sizes: ModelledCase | undefined, paint: Paint): string[] {
    const growth = sizes === undefined ? [] : growthOf(sizes);
    return growth.length > 0 ? [`${paint("dim", "growth:")} ${growth.join("; ")}`] : [];
}

/** `the same at scales 1 and 100; another at scale 10,000` */
function atSizes({ tree }: PlanResult, sizes: ModelledCase): string {
    const stretches = stretchesOf(sizes.plans).map(
        (stretch) => `${sameLines(stretch.tree, tree) ? "the same" : "another"} at ${inWords(stretch.scales)}`,
    );
    return stretches.join("; ");
}

/** `cost linear, exponent 0.86; blocks beside rows bounded: 4 for 1 row at scale 0.1, …; passes its budget at scale 240` */
function growthOf({ measured = [], growth: { cost, blocks, budgetEndsAt } = {} }: ModelledCase): string[] {
    const counts = measured.map(
        ({ scale, blocks: touched, rows }) => `${grouped(touched)} for ${counted(rows, "row")} at ${inWords([scale])}`,
    );
    return [
        ...(cost ? [`cost ${lawOf(cost)}`] : []),
        ...(measured.length > 1
            ? [`blocks beside rows ${blocks ? lawOf(blocks) : "do not tell"}: ${counts.join(", ")}`]
            : []),
        ...(budgetEndsAt === undefined ? [] : [`passes its budget at ${inWords([budgetEndsAt])}`]),
    ];
}

/** What another plan for all values would touch, and whether a prepared statement gets it. */
function genericLine({ generic }: PlanResult, paint: Paint): string[] {
    if (!generic) return [];
    const outcome = "failure" in generic ? generic.failure : counted(generic.buffers, "buffer");
    return [`${paint("dim", "for all values:")} ${outcome}, ${generic.isChosen ? "chosen" : "not chosen"}`];
}

/** What accepting plans did, a line a file that changed, and a line of counts. */
export function renderAcceptance(acceptance: AcceptedQueries, directory: string): string {
    const { written, unchanged, removed } = acceptance;
    return [
        ...written.map((query) => `accepted ${query}\n`),
        ...removed.map((query) => `removed ${query}\n`),
        `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed in ${directory}\n`,
    ].join("");
}

/** Queries by what became of their goldens. */
interface AcceptedQueries {
    readonly written: readonly string[];
    readonly unchanged: readonly string[];
    readonly removed: readonly string[];
}
