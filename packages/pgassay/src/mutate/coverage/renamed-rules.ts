import { compareText } from "../../core/finding.ts";
import { quoteLiteral } from "../../core/quote.ts";
import type { ObjectName } from "../mutant.ts";
import { alterTable, plain, sqlName, subjectOf } from "../names.ts";
import type { Schema, Table } from "../schema.ts";
import { constraintKinds, ruleName } from "./rule.ts";

/** Statements that give rules other names, and the rule behind each name, old or new, that an error may have. */
export interface RenamedRules {
    readonly statements: readonly string[];
    readonly rules: ReadonlyMap<string, string>;
}

/** What an error names, as the keys of `RenamedRules.rules` have it. */
export function refusedKey(owner: ObjectName, name: string): string {
    return `${subjectOf(owner)} ${name}`;
}

/**
 * Gives constraints, unique indexes and checks of domains new names in the order of the old: in that order PostgreSQL
 * asks the checks of a table. A null is refused under the name of another column.
 */
export function renamedRules(schema: Schema): RenamedRules {
    const rules = new Map<string, string>();
    const statements: string[] = [];
    const rename = (owner: ObjectName, rule: string, name: string, statement: (to: string) => string): void => {
        const to = `pgassay_${String(rules.size).padStart(6, "0")}`;
        rules.set(refusedKey(owner, to), rule).set(refusedKey(owner, name), rule);
        statements.push(statement(to));
    };
    for (const table of schema.tables.filter(({ kind }) => kind === "table")) {
        for (const { kind, name } of table.constraints.toSorted((a, b) => compareText(a.name, b.name))) {
            const to = (other: string): string =>
                alterTable(table, `rename constraint ${plain(name)} to ${plain(other)}`);
            rename(table, ruleName(constraintKinds[kind], table, name), name, to);
        }
        for (const { name } of table.indexes.filter(({ isUnique }) => isUnique)) {
            const index = sqlName({ schema: table.schema, name });
            rename(table, ruleName("unique-index", table, name), name, (to) => `alter index ${index} rename to ${to}`);
        }
        const nulls = refuseNulls(table);
        statements.push(...nulls.statements);
        for (const [key, rule] of nulls.rules) rules.set(key, rule);
    }
    for (const domain of schema.domains) {
        for (const { name } of domain.checks) {
            const of = sqlName(domain);
            const to = (other: string): string => `alter domain ${of} rename constraint ${plain(name)} to ${other}`;
            rename(domain, ruleName("domain-check", domain, name), name, to);
        }
        // Its error names the type and nothing else, as an error about a null of a column names the column.
        if (domain.isNotNull) rules.set(refusedKey(domain, ""), ruleName("domain-not-null", domain));
    }
    return { statements, rules };
}

/** A trigger that fires last and refuses each null as PostgreSQL would right after it, but for another column. */
function refuseNulls(table: Table): RenamedRules {
    // What is generated is not known to a trigger that fires before.
    const columns = table.columns.filter(({ isNotNull, generated }) => isNotNull && generated === null);
    if (columns.length === 0) return { statements: [], rules: new Map() };
    const name = sqlName({ schema: "tap", name: `pgassay nulls of ${table.schema}.${table.name}`.slice(0, 63) });
    const other = (i: number): string => `pgassay_column_${i}`;
    const branches = columns.map(
        (column, i) =>
            `if new.${plain(column.name)} is null then raise not_null_violation using ` +
            `schema = ${quoteLiteral(table.schema)}, table = ${quoteLiteral(table.name)}, column = '${other(i)}', ` +
            `message = 'null value in column "${other(i)}"'; end if;`,
    );
    return {
        statements: [
            `create function ${name}() returns trigger language plpgsql as ` +
                quoteLiteral(`begin ${branches.join(" ")} return new; end`),
            `create trigger zzzz_pgassay_nulls before insert or update on ${sqlName(table)} ` +
                `for each row execute function ${name}()`,
        ],
        rules: new Map(
            columns.flatMap((column, i) => {
                const rule = ruleName("not-null", table, column.name);
                return [other(i), column.name].map((named): [string, string] => [refusedKey(table, named), rule]);
            }),
        ),
    };
}
