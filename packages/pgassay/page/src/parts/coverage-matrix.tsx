import type { FunctionalComponent } from "vue";
import type { IndexCoverage } from "../../../src/core/index-coverage.ts";
import { linkTo } from "../route.ts";
import { timesOf } from "./needs-section.tsx";

interface MatrixProps {
    readonly table: string;
    readonly indexes: readonly IndexCoverage[];
    readonly queries: readonly string[];
}

/** The indexes of each table that serve a query, and the queries that they serve. */
export function matricesOf(indexes: readonly IndexCoverage[]): MatrixProps[] {
    const serving = indexes.filter(({ serves }) => serves.length > 0);
    const tables = [...new Set(serving.map(({ schema, table }) => `${schema}.${table}`))];
    return tables.map((name) => {
        const own = serving.filter(({ schema, table }) => `${schema}.${table}` === name);
        const queries = new Set(own.flatMap(({ serves }) => serves.map(({ query }) => query)));
        return { table: name, indexes: own, queries: [...queries].toSorted() };
    });
}

/** Indexes against queries; the worst case of a query stands for it. */
export const Matrix: FunctionalComponent<MatrixProps> = ({ table, indexes, queries }) => (
    <section class="wide">
        <table class="matrix">
            <thead>
                <tr>
                    <th>{table}</th>
                    {queries.map((query) => (
                        <th class="upright">
                            <a href={linkTo("query", query)}>{query}</a>
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {indexes.map((index) => (
                    <tr>
                        <td>
                            <a href={linkTo("indexes", index.name)}>{index.name}</a>
                        </td>
                        {queries.map((query) => (
                            <td class="number">{worstOf(index, query)}</td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    </section>
);
Matrix.props = ["table", "indexes", "queries"];

function worstOf({ serves }: IndexCoverage, query: string): string {
    const effects = serves.filter((effect) => effect.query === query);
    if (effects.length === 0) return "";
    if (effects.some(({ without }) => without === "refused")) return "refused";
    return timesOf(Math.max(...effects.map(({ costRatio }) => costRatio)));
}
