import { counted, fewDigits, grouped } from "../core/counted.ts";
import type { CoverageRecord } from "../core/coverage-record.ts";
import { indexName, savedBlocks, worthOf } from "../core/index-coverage.ts";
import type { IndexCoverage, IndexEffect, ProposedIndex } from "../core/index-coverage.ts";
import { subjectOf } from "../core/run-record.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { closingLine, renderFindings } from "./findings.ts";
import type { RenderOptions } from "./paint.ts";

/** Cases told of each index; the others are counted. */
const shownCases = 3;

/**
 * A line an index with what it costs and what it is for, one each that is proposed, then the findings and what they come
 * to.
 */
export function renderIndexes(
    { indexes, proposed, writeCostUnknown, findings }: CoverageRecord,
    cases: number,
    options: RenderOptions,
): string {
    const rows = indexes.map((index) => rowOf(index, options));
    const parts = [
        rows.length === 0 ? "" : drawTable(columns, rows, options),
        proposed.length === 0 ? "" : drawTable(proposedColumns, proposed.map(proposedRow), options),
        writeCostUnknown === undefined ? "" : `What indexes cost to write is not known: ${writeCostUnknown}.\n`,
        renderFindings(findings, options),
        closingLine(cases, findings),
    ];
    return parts.filter((part) => part !== "").join("\n");
}

const columns: readonly Column[] = [
    { title: "index" },
    { title: "kB", align: "right", goes: 3 },
    { title: "wal bytes/row", align: "right", goes: 1 },
    { title: "read by", align: "right", goes: 2 },
    { title: "worse without it" },
];

const proposedColumns: readonly Column[] = [
    { title: "proposed, what is worth most first" },
    { title: "kB", align: "right", goes: 1 },
    { title: "wal bytes/row", align: "right", goes: 3 },
    { title: "blocks saved", align: "right" },
    { title: "worth", align: "right", goes: 2 },
];

function proposedRow(index: ProposedIndex): string[] {
    const { bytes, walBytesPerRow } = index;
    const worth = worthOf(index);
    return [
        indexName(index),
        grouped(Math.ceil(bytes / 1024)),
        walBytesPerRow === undefined ? "-" : String(walBytesPerRow),
        grouped(savedBlocks(index)),
        worth === undefined ? "-" : fewDigits(worth),
    ];
}

function rowOf(index: IndexCoverage, { width }: RenderOptions): string[] {
    const { bytes, walBytesPerRow, keptBy, readBy, serves, testedBy } = index;
    const more = serves.length > shownCases ? [`${serves.length - shownCases} more`] : [];
    const all = [...serves.slice(0, shownCases).map(effectText), ...more];
    // Where lines end, one below the other; elsewhere a line an index is what other programs look for.
    const worse = all.join(width === undefined ? ", " : "\n") || "none";
    const kept = keptBy ?? (testedBy && "only tests name it");
    return [
        indexName(index),
        grouped(Math.ceil(bytes / 1024)),
        walBytesPerRow === undefined ? "-" : String(walBytesPerRow),
        String(readBy),
        kept === undefined ? worse : `${worse} (${kept})`,
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
