import { counted, grouped } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { IndexCoverage, IndexEffect } from "../core/index-coverage.ts";
import { subjectOf } from "../core/run-record.ts";
import { shownName } from "../core/shown-name.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { closingLine, renderFindings } from "./findings.ts";
import type { RenderOptions } from "./paint.ts";

/** Cases told of each index; the others are counted. */
const shownCases = 3;

/** A line an index with what it costs and what it is for, then the findings and what they come to. */
export function renderIndexes(
    indexes: readonly IndexCoverage[],
    cases: number,
    findings: readonly Finding[],
    options: RenderOptions,
): string {
    const shown = drawTable(
        columns,
        indexes.map((index) => rowOf(index, options)),
        options,
    );
    const parts = [indexes.length === 0 ? "" : shown, renderFindings(findings, options), closingLine(cases, findings)];
    return parts.filter((part) => part !== "").join("\n");
}

const columns: readonly Column[] = [
    { title: "index" },
    { title: "kB", align: "right", goes: 3 },
    { title: "wal bytes/row", align: "right", goes: 1 },
    { title: "read by", align: "right", goes: 2 },
    { title: "worse without it" },
];

function rowOf(index: IndexCoverage, { width }: RenderOptions): string[] {
    const { schema, table: of, name, bytes, walBytesPerRow, keptBy, readBy, serves } = index;
    const more = serves.length > shownCases ? [`${serves.length - shownCases} more`] : [];
    const all = [...serves.slice(0, shownCases).map(effectText), ...more];
    // Where lines end, one below the other; elsewhere a line an index is what other programs look for.
    const worse = all.join(width === undefined ? ", " : "\n") || "none";
    return [
        shownName({ schema, name: `${of}.${name}` }),
        grouped(Math.ceil(bytes / 1024)),
        walBytesPerRow === undefined ? "-" : String(walBytesPerRow),
        String(readBy),
        keptBy === undefined ? worse : `${worse} (${keptBy})`,
    ];
}

/** `task/my_open_tasks#hot ×120 (12 → 4,000 blocks)`. */
function effectText(effect: IndexEffect): string {
    const { without, costRatio, blocks, blocksWithout } = effect;
    if (without === "refused") return `${subjectOf(effect)} refused`;
    const ratio = `${subjectOf(effect)} ×${Number(costRatio.toPrecision(3))}`;
    if (without === "cancelled") return `${ratio} (cancelled)`;
    return blocksWithout === undefined ? ratio : `${ratio} (${grouped(blocks)} → ${counted(blocksWithout, "block")})`;
}
