import { counted, grouped } from "../core/counted.ts";
import { indentLines } from "./tree.ts";
import type { PlanLine } from "./tree.ts";
import type { Breach, CheckedCase } from "./check-case.ts";
import type { PlanNode } from "./plan-node.ts";
import { worstEstimate } from "./q-error.ts";

/** A plan for all values may touch this many times as many blocks as that for the values, where no header says more. */
const defaultGenericRatio = 2;

/** Below this many blocks no plan is worth a finding, whatever the ratio. */
const fewestGenericBlocks = 32;

/** Compares the work of one executed case with its limits; each breach names the node that has most of it. */
export function checkBudget(checked: CheckedCase): Breach[] {
    return [
        checkBuffers(checked),
        checkWal(checked),
        checkTempBlocks(checked),
        checkRowsRemoved(checked),
        checkEstimates(checked),
        checkGeneric(checked),
    ];
}

function checkBuffers({ bound, lines, buffers, work }: CheckedCase): Breach {
    const { buffers: budget } = bound.case.budget;
    const touched = buffers.hit + buffers.read;
    if (budget === undefined || touched <= budget) return undefined;
    const most = lines.reduce((a, b) => (ownBlocks(b.node) > ownBlocks(a.node) ? b : a));
    return {
        code: "buffers-over-budget",
        severity: "error",
        message: `touched ${counted(touched, "block")}, the budget is ${grouped(budget)}`,
        // What a write touches is counted for all its statements together.
        ...(work === undefined && { detail: `${grouped(ownBlocks(most.node))} of them in ${most.text}` }),
    };
}

function checkWal({ bound, work }: CheckedCase): Breach {
    if (work === undefined) return undefined;
    const { walRecords = Infinity, walBytes = Infinity } = bound.case.budget;
    const over = [
        ...(work.walRecords > walRecords
            ? [`${counted(work.walRecords, "record")}, the budget is ${grouped(walRecords)}`]
            : []),
        ...(work.walBytes > walBytes ? [`${counted(work.walBytes, "byte")}, the budget is ${grouped(walBytes)}`] : []),
    ];
    if (over.length === 0) return undefined;
    const message = `put into the write-ahead log ${over.join("; and ")}`;
    return { code: "wal-over-budget", severity: "error", message };
}

function checkTempBlocks({ bound, lines }: CheckedCase): Breach {
    const { tempBlocks: budget } = bound.case.budget;
    const tempWritten = ({ node }: PlanLine): number => node.blocks.tempWritten;
    const written = tempWritten(lines[0]);
    if (written <= (budget ?? 0)) return undefined;
    // Counts include the nodes below, so the last node of the tree that has any is one that wrote them.
    const writer = lines.findLast((line) => tempWritten(line) > 0) ?? lines[0];
    const detail = `${grouped(tempWritten(writer))} of them in ${writer.text}`;
    const message = `wrote ${counted(written, "block")} to temporary files`;
    return budget === undefined
        ? { code: "temp-files", severity: "warning", message, detail }
        : {
              code: "temp-blocks-over-budget",
              severity: "error",
              message: `${message}, the budget is ${grouped(budget)}`,
              detail,
          };
}

function checkRowsRemoved({ bound, lines }: CheckedCase): Breach {
    const { rowsRemoved: budget } = bound.case.budget;
    const removed = removedRows(lines);
    if (budget === undefined || removed <= budget) return undefined;
    const most = lines.reduce((a, b) => (b.node.rowsRemoved > a.node.rowsRemoved ? b : a));
    return {
        code: "rows-removed-over-budget",
        severity: "error",
        message: `read ${counted(removed, "row")} only to throw them away, the budget is ${grouped(budget)}`,
        detail: `${grouped(most.node.rowsRemoved)} of them in ${most.text}`,
    };
}

/** Rows that the nodes of a plan threw away, all together. */
export function removedRows(lines: readonly PlanLine[]): number {
    return lines.reduce((sum, { node }) => sum + node.rowsRemoved, 0);
}

function checkEstimates({ bound, lines }: CheckedCase): Breach {
    const { qError: budget } = bound.case.budget;
    const worst = worstEstimate(lines);
    if (budget === undefined || worst.line === undefined || worst.qError <= budget) return undefined;
    const { estimate, rows } = worst.line.node;
    return {
        code: "q-error-over-budget",
        severity: "error",
        message: `an estimate of rows is wrong by a factor of ${worst.qError}, the budget is ${budget}`,
        detail: `${estimate.rows} estimated, ${rows} found by ${worst.line.text}`,
    };
}

function checkGeneric({ bound, lines, generic }: CheckedCase): Breach {
    if (!generic?.isChosen) return undefined;
    const detail = [
        "for these values:",
        ...indent(indentLines(lines)),
        "for all values:",
        ...indent(generic.tree),
    ].join("\n");
    const occasion = "from the sixth execution on a prepared statement gets a plan for all values";
    if ("failure" in generic) {
        const message = `${occasion}, which does not end well with these: ${generic.failure}`;
        return { code: "generic-plan-fails", severity: "error", message, detail };
    }
    const limit = bound.case.budget.genericRatio ?? defaultGenericRatio;
    const custom = touchedBlocks(lines[0].node);
    if (generic.buffers < fewestGenericBlocks || generic.buffers <= limit * custom) return undefined;
    return {
        code: "generic-plan-worse",
        severity: "error",
        message: `${occasion}, which touches ${counted(generic.buffers, "block")} instead of ${grouped(custom)}; up to ${limit} times as many are allowed`,
        detail,
    };
}

function indent(lines: readonly string[]): string[] {
    return lines.map((line) => `  ${line}`);
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
