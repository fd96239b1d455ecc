import type { Finding } from "../core/finding.ts";
import { qualifiedName } from "./figures.ts";
import { greatestNumber } from "./greatest-number.ts";
import { grown } from "./law.ts";
import type { CapturedTable } from "./scale-figures.ts";

/**
 * The columns that would hold greater numbers than their types have before the greatest of some scales is reached: an
 * insert fails there, and plans beyond are made of numbers that lie closer together than they would. Columns that refer
 * to others are left out: these are named.
 *
 * @param captured the scale that the figures were captured at
 */
export function findOutgrown(tables: readonly CapturedTable[], captured: number, scales: readonly number[]): Finding[] {
    const greatest = Math.max(...scales);
    const outgrown = tables.flatMap(({ figures, growth }) =>
        figures.columns.flatMap(({ name, type, values }) => {
            const law = growth.columns[name]?.histogram;
            if (law === undefined || figures.references.some(({ column }) => column === name)) return [];
            const bound = Math.abs(Number(values?.histogram.at(-1)));
            const limit = greatestNumber(type);
            if (!(grown(bound, law, greatest / captured) > limit)) return [];
            const ends = captured * (limit / bound) ** (1 / law.exponent);
            const scale = ends.toLocaleString("en", { maximumSignificantDigits: 2 });
            return [`${qualifiedName(figures)}.${name} (${type}) at scale ${scale}`];
        }),
    );
    if (outgrown.length === 0) return [];
    return [
        {
            code: "type-outgrown",
            severity: "warning",
            subject: "model.scales",
            message: "columns run out of numbers before the greatest modelled scale: inserts fail there",
            detail: [...new Set(outgrown)].join("\n"),
        },
    ];
}
