import { didYouMean } from "../core/closest-name.ts";
import { usageError } from "../core/errors.ts";
import { qualifiedName } from "./figures.ts";
import type { ColumnGrowth } from "./growth.ts";
import type { Law } from "./law.ts";
import type { CapturedTable } from "./scale-figures.ts";

/** Exponents over the scale that replace those that were seen, and why. */
export interface GrowthRule {
    readonly rows?: number | undefined;
    readonly distinct?: number | undefined;
    readonly first?: number | undefined;
    readonly last?: number | undefined;
    readonly because: string;
}

/**
 * Puts rules in the place of the laws that were seen.
 *
 * @param rules by `schema.table`, for its rows, and by `schema.table.column`
 * @throws a usage error when a rule names what is not there, or a figure that its subject has not
 */
export function withGrowthRules(
    tables: readonly CapturedTable[],
    rules: Readonly<Record<string, GrowthRule>>,
): CapturedTable[] {
    const subjects = tables.flatMap(({ figures }) => {
        const name = qualifiedName(figures);
        return [name, ...figures.columns.map((column) => `${name}.${column.name}`)];
    });
    for (const [subject, { rows, distinct, first, last }] of Object.entries(rules)) {
        const isTable = tables.some(({ figures }) => qualifiedName(figures) === subject);
        const ofColumn = [distinct, first, last].some((exponent) => exponent !== undefined);
        const happened = !subjects.includes(subject)
            ? `the statistics have no such table or column${didYouMean(subject, subjects)}`
            : isTable && ofColumn
              ? "it is a table, which has `rows` only"
              : !isTable && rows !== undefined
                ? "it is a column, whose rows are its table's"
                : undefined;
        if (happened === undefined) continue;
        throw usageError({ tried: `apply the growth of ${subject}`, happened, remedy: "correct the configuration" });
    }
    return tables.map((table) => {
        const name = qualifiedName(table.figures);
        const rule = rules[name];
        const columns = Object.fromEntries(
            table.figures.columns.map((column) => {
                const seen = table.growth.columns[column.name] ?? {};
                return [column.name, ruledColumn(seen, rules[`${name}.${column.name}`])];
            }),
        );
        const rows = rule?.rows === undefined ? table.growth.rows : law(rule.rows, rule);
        return { ...table, growth: { ...table.growth, rows, columns } };
    });
}

function ruledColumn(seen: ColumnGrowth, rule: GrowthRule | undefined): ColumnGrowth {
    if (rule === undefined) return seen;
    const { distinct, first, last } = rule;
    const stays = law(0, rule);
    return {
        ...seen,
        ...(distinct !== undefined && { distinct: law(distinct, rule) }),
        ...((first !== undefined || last !== undefined) && {
            common: {
                first: first === undefined ? (seen.common?.first ?? stays) : law(first, rule),
                last: last === undefined ? (seen.common?.last ?? stays) : law(last, rule),
            },
        }),
    };
}

function law(exponent: number, { because }: GrowthRule): Law {
    return { exponent, because };
}
