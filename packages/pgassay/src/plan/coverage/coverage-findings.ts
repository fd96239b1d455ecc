import { counted, grouped } from "../../core/counted.ts";
import type { Finding } from "../../core/finding.ts";
import { indexName, savedBlocks } from "../../core/index-coverage.ts";
import type { IndexCoverage, ProposedIndex } from "../../core/index-coverage.ts";
import { subjectOf } from "../../core/run-record.ts";
import type { Coverage } from "./index-coverage.ts";

/** What is to be done about the indexes that there are and those that there are not. */
export function coverageFindings({ indexes, unneeded, proposed }: Coverage): Finding[] {
    const superfluous = indexes.filter((index) => unneeded.includes(indexName(index)));
    return [...superfluous.map(unneededFinding), ...proposed.map(proposedFinding)];
}

function unneededFinding(index: IndexCoverage): Finding {
    const { definition, readBy, testedBy = [] } = index;
    const tests = testedBy.length === 0 ? "" : `; only tests name it: ${testedBy.join(", ")}`;
    return {
        code: "index-unneeded",
        severity: "warning",
        subject: indexName(index),
        message: `${readersText(readBy)}, no constraint or foreign key needs it, and it costs ${costOf(index)}${tests}`,
        detail: definition,
    };
}

function proposedFinding(index: ProposedIndex): Finding {
    const { definition, gains, replaces } = index;
    const cases = gains.length === 1 ? "a case fetches" : `${counted(gains.length, "case")} fetch`;
    return {
        code: "index-proposed",
        severity: "warning",
        subject: indexName(index),
        message: `with it ${cases} ${counted(savedBlocks(index), "block")} less, and it costs ${costOf(index)}`,
        detail: [
            `${definition};`,
            ...gains.map(
                (gain) => `${subjectOf(gain)}: ${grouped(gain.blocks)} → ${counted(gain.blocksWith, "block")}`,
            ),
            ...(replaces.length > 0 ? [`makes superfluous: ${replaces.join(", ")}`] : []),
        ].join("\n"),
    };
}

function readersText(readBy: number): string {
    if (readBy === 0) return "no case reads it";
    return readBy === 1
        ? "the one case that reads it is as well off without"
        : `the ${grouped(readBy)} cases that read it are as well off without`;
}

/** `912 kB and 72 bytes of write-ahead log a row` */
function costOf({ bytes, walBytesPerRow }: Pick<IndexCoverage, "bytes" | "walBytesPerRow">): string {
    const wal = walBytesPerRow === undefined ? "" : ` and ${counted(walBytesPerRow, "byte")} of write-ahead log a row`;
    return `${grouped(Math.ceil(bytes / 1024))} kB${wal}`;
}
