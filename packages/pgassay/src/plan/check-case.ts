import type { Finding } from "../core/finding.ts";
import type { BoundCase } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { PlanNode } from "./plan-node.ts";
import type { PlanLine } from "./tree.ts";

/** What the checks of one case look at. */
export interface CheckedCase {
    readonly bound: BoundCase;
    /** The executed plan, its root first. */
    readonly lines: readonly [PlanLine, ...PlanLine[]];
    readonly rows: number;
    /** Those of the required indexes that exist, by name. */
    readonly catalog: ReadonlyMap<string, CatalogIndex>;
}

/** Compares one executed case with the promises of its header. */
export function checkCase(checked: CheckedCase): Finding[] {
    const { query, case: one } = checked.bound;
    const subject = subjectOf({ query: query.id, case: one.name });
    return [
        ...query.requiredIndexes.map((index) => checkIndex(index, checked)),
        checkBuffers(checked),
        checkRows(checked),
        checkTempFiles(checked),
    ].flatMap((breach) => (breach ? [{ subject, ...breach }] : []));
}

type Breach = Omit<Finding, "subject"> | undefined;

function checkIndex(name: string, { bound, lines, catalog }: CheckedCase): Breach {
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

function checkBuffers({ bound, lines }: CheckedCase): Breach {
    const budget = bound.case.bufferBudget;
    const touched = touchedBlocks(lines[0].node);
    if (touched <= budget) return undefined;
    const most = lines.reduce((a, b) => (ownBlocks(b.node) > ownBlocks(a.node) ? b : a));
    return {
        code: "buffers-over-budget",
        severity: "error",
        message: `touched ${touched} blocks, the budget is ${budget}`,
        detail: `${ownBlocks(most.node)} of them in ${most.text}`,
    };
}

function checkRows({ bound, rows }: CheckedCase): Breach {
    if (rows > 0 || bound.case.mayBeEmpty) return undefined;
    return {
        code: "no-rows",
        severity: "warning",
        message: `returned no row, which measures little; give it other arguments, or name it under "empty" in ${bound.query.file}`,
    };
}

function checkTempFiles({ lines }: CheckedCase): Breach {
    const written = ({ node }: PlanLine): number => node.blocks.tempWritten;
    if (written(lines[0]) === 0) return undefined;
    // Counts include the nodes below, so the last node of the tree that has any is one that wrote them.
    const writer = lines.findLast((line) => written(line) > 0) ?? lines[0];
    return {
        code: "temp-files",
        severity: "warning",
        message: `wrote ${written(lines[0])} blocks to temporary files`,
        detail: `${written(writer)} of them in ${writer.text}`,
    };
}

function touchedBlocks({ blocks }: PlanNode): number {
    return blocks.hit + blocks.read;
}

/**
 * Blocks that a node touched itself. Only nodes that read a table, an index or a function do; a scan of a common table
 * expression shows the blocks of the plan behind it, which are counted where they are read.
 */
function ownBlocks(node: PlanNode): number {
    const readsItself = node.index !== undefined || node.source?.kind === "table" || node.source?.kind === "function";
    if (!readsItself) return 0;
    return touchedBlocks(node) - node.children.reduce((sum, child) => sum + touchedBlocks(child), 0);
}
