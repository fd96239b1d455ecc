import { scanSql } from "../../core/sql-text.ts";
import { unquoteName } from "../expression.ts";
import type { PlanNode } from "../plan-node.ts";
import type { TableColumns } from "./table-columns.ts";

/** These have the node below them hand over nothing but what is read further up. */
const picky = new Set([
    "Append",
    "Merge Append",
    "Sort",
    "Incremental Sort",
    "Hash",
    "Materialize",
    "Memoize",
    "Limit",
    "Subquery Scan",
    "WindowAgg",
]);

/**
 * What a plan reads of each table, by the alias that the plan gives it: names of columns, and `*` or the name of a
 * system column where it reads the row as such. A scan may hand over all columns because that is cheaper than to pick
 * some; then what the nodes above it name is what is read.
 */
export function columnsRead(plan: PlanNode, columns: TableColumns): ReadonlyMap<string, ReadonlySet<string>> {
    const read = new Map<string, Set<string>>();
    const known = new Set<string>();
    const names: Name[] = [];
    const visit = (node: PlanNode, above: PlanNode | undefined): void => {
        const { source, expressions, output, children } = node;
        const own = columns.of(source?.schema ?? "", source?.name ?? "");
        if (source?.kind === "table") {
            read.set(source.alias, new Set());
            for (const column of own.keys()) known.add(column);
        }
        const isWhole =
            above !== undefined && !picky.has(above.type) && output.length > 0 && output.length === own.size;
        const texts = [...expressions.flatMap((expression) => expression.texts), ...(isWhole ? [] : output)];
        names.push(...texts.flatMap(namesIn));
        for (const child of children) visit(child, child.subplan === undefined ? node : undefined);
    };
    visit(plan, undefined);
    const [only, ...others] = read.values();
    for (const { alias, name } of names) {
        if (alias !== undefined) read.get(alias)?.add(name);
        // Columns go without an alias where there is one source alone; functions and types have no alias either.
        else if (others.length === 0 && known.has(name)) only?.add(name);
    }
    return read;
}

interface Name {
    /** Undefined where there is none before it. */
    readonly alias: string | undefined;
    readonly name: string;
}

/** The names in an expression of a plan that may be columns. */
export function namesIn(expression: string): Name[] {
    const tokens = scanSql(expression);
    return tokens.flatMap(({ kind, isKeyword, text }, i): Name[] => {
        const [before, after] = [tokens[i - 1]?.text, tokens[i + 1]?.text];
        if (before === ".") {
            const alias = tokens[i - 2]?.text;
            return alias === undefined || after === "(" ? [] : [{ alias: unquoteName(alias), name: unquoteName(text) }];
        }
        const isName = (kind === "IDENT" || isKeyword) && after !== "." && after !== "(" && before !== "::";
        return isName ? [{ alias: undefined, name: unquoteName(text) }] : [];
    });
}
