import type { Finding } from "../core/finding.ts";
import type { GenericPlan } from "../core/plan-result.ts";
import type { BoundCase } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";
import { checkBudget } from "./check-budget.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { BlockCounts, PlanNode } from "./plan-node.ts";
import type { PlanLine } from "./tree.ts";
import type { Work } from "./work.ts";

/** What the checks of one case look at. */
export interface CheckedCase {
    readonly bound: BoundCase;
    /** The executed plan, its root first. */
    readonly lines: readonly [PlanLine, ...PlanLine[]];
    readonly rows: number;
    /** Blocks that the execution touched, in triggers and functions too where it writes. */
    readonly buffers: BlockCounts;
    /** What it did beside, where it writes. */
    readonly work: Work | undefined;
    /** The plan for all values, where it is another one. */
    readonly generic: GenericPlan | undefined;
    /** Those of the required indexes that exist, by name. */
    readonly catalog: ReadonlyMap<string, CatalogIndex>;
}

/** Compares one executed case with the promises of its header. */
export function checkCase(checked: CheckedCase): Finding[] {
    const { query, case: one } = checked.bound;
    const subject = subjectOf({ query: query.id, case: one.name });
    return [...checkIndexes(checked), checkRows(checked), ...checkBudget(checked)].flatMap((breach) =>
        breach ? [{ subject, ...breach }] : [],
    );
}

/** A finding about a case that does not name it yet. */
export type Breach = Omit<Finding, "subject"> | undefined;

/** Compares a plan, executed or not, with the indexes that the header says serve its query. */
export function checkIndexes(planned: Pick<CheckedCase, "bound" | "lines" | "catalog">): Breach[] {
    return planned.bound.query.requiredIndexes.map((name) => checkIndex(name, planned));
}

function checkIndex(name: string, { bound, lines, catalog }: Pick<CheckedCase, "bound" | "lines" | "catalog">): Breach {
    const index = catalog.get(name);
    if (!index) {
        return {
            code: "index-missing",
            severity: "error",
            message: `there is no index ${name}, which ${bound.query.file} says serves this query`,
        };
    }
    if (lines.some(({ node }) => node.index !== undefined && index.shownAs.includes(node.index))) return undefined;
    const readers = lines.filter(
        ({ node: { source }, isRepeated }) =>
            !isRepeated &&
            source?.kind === "table" &&
            source.schema === index.schema &&
            index.tableShownAs.includes(source.name),
    );
    const read = readers.map((reader) => reader.text + bitmapIndexes(reader.node)).join("\n");
    return {
        code: "index-not-used",
        severity: "error",
        message: `the plan does not use index ${name}${index.isValid ? "" : ", which is invalid: a concurrent build of it failed"}`,
        detail: read === "" ? `${index.table} is not read at all` : `${index.table} is read by\n${read}`,
    };
}

/** A bitmap scan of a table is told by the indexes below it. */
function bitmapIndexes(node: PlanNode): string {
    const indexes: string[] = [];
    const visit = (child: PlanNode): void => {
        if (!child.type.startsWith("Bitmap")) return;
        if (child.index !== undefined) indexes.push(child.index);
        child.children.forEach(visit);
    };
    visit(node);
    return indexes.length > 0 ? `  by ${indexes.join(", ")}` : "";
}

function checkRows({ bound, rows }: CheckedCase): Breach {
    if (rows > 0 || bound.case.mayBeEmpty || bound.query.kind !== "read") return undefined;
    return {
        code: "no-rows",
        severity: "warning",
        message: `returned no row, which measures little; give it other arguments, or name it under "empty" in ${bound.query.file}`,
    };
}
