import { table } from "table";
import { grouped } from "../core/counted.ts";

/** What a load came to: rows, seconds and speed of each table, and the whole. */
export function renderLoad(load: {
    readonly tables: readonly { readonly name: string; readonly rows: number; readonly ms: number }[];
    readonly ms: number;
}): string {
    const line = (name: string, rows: number, ms: number): string[] => [
        name,
        grouped(rows),
        (ms / 1000).toFixed(2),
        grouped(Math.round(rows / Math.max(ms / 1000, 0.001))),
    ];
    const total = load.tables.reduce((sum, { rows }) => sum + rows, 0);
    const text = table(
        [
            ["table", "rows", "seconds", "rows/s"],
            ...load.tables.map(({ name, rows, ms }) => line(name, rows, ms)),
            line("all, with checks and vacuum", total, load.ms),
        ],
        {
            columns: [{}, { alignment: "right" }, { alignment: "right" }, { alignment: "right" }],
            border: {
                joinBody: "─",
                bodyJoin: "  ",
                bodyLeft: "",
                bodyRight: "",
                joinLeft: "",
                joinRight: "",
                joinJoin: "──",
            },
            drawHorizontalLine: (index, count) => index === 1 || index === count - 1,
            columnDefault: { paddingLeft: 0, paddingRight: 0 },
        },
    );
    return text.trimEnd();
}
