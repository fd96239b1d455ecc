import type pg from "pg";
import { queryFile } from "../server/query-file.ts";
import type { CommonValues, ExtendedFigures } from "./figures.ts";

interface ExtendedRow {
    readonly schema: string;
    readonly table: string;
    readonly statisticsSchema: string;
    readonly name: string;
    readonly columns: readonly string[];
    /** The numbers of `columns`, by which PostgreSQL's texts name them. */
    readonly numbers: readonly number[];
    readonly inherited: boolean;
    /** `{"2, 9": 3872}`: different combinations of the columns 2 and 9. */
    readonly distinct: string | null;
    /** `{"2 => 9": 0.75}`: how far column 2 decides column 9. */
    readonly dependencies: string | null;
    readonly common: readonly CommonValues[] | null;
}

/** What the statistics objects of each table know. */
export async function readExtended(
    client: pg.Client,
    queries: URL,
): Promise<{ readonly schema: string; readonly table: string; readonly figures: ExtendedFigures }[]> {
    const rows = await queryFile<ExtendedRow>(client, new URL("extended.sql", queries));
    return rows.map((row) => {
        const names = (numbers: string): string[] =>
            numbers.split(",").map((number) => row.columns[row.numbers.indexOf(Number(number))] ?? "");
        return {
            schema: row.schema,
            table: row.table,
            figures: {
                schema: row.statisticsSchema,
                name: row.name,
                inherited: row.inherited,
                columns: row.columns,
                distinct: entries(row.distinct).map(([numbers, figure]) => ({ columns: names(numbers), figure })),
                dependencies: entries(row.dependencies).map(([text, degree]) => {
                    const [from = "", to = ""] = text.split(" => ");
                    return { columns: names(from), determines: names(to)[0] ?? "", degree };
                }),
                common: row.common ?? [],
            },
        };
    });
}

function entries(json: string | null): [string, number][] {
    return json === null ? [] : Object.entries(JSON.parse(json) as Record<string, number>);
}
