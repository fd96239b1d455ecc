import { readFileSync } from "node:fs";
import type pg from "pg";
import { loadSqlParser } from "../../core/sql-text.ts";
import type { ObjectName } from "../mutant.ts";
import { plain, sqlName } from "../names.ts";
import type { Schema } from "../schema.ts";
import { acceptedRows } from "./accepted-rows.ts";
import { renamedRules } from "./renamed-rules.ts";
import { ruleName } from "./rule.ts";
import { toldPrefix, withTellingBodies } from "./telling-handlers.ts";

const handlers = readFileSync(new URL("../../../sql/mutate/handlers.sql", import.meta.url), "utf8");
const triggerFunctions = readFileSync(new URL("../../../sql/mutate/trigger-functions.sql", import.meta.url), "utf8");

/**
 * Marks that a session keeps whatever is rolled back: advisory locks of this class, which nobody else takes. Unlike a
 * message a mark costs nothing when it is made again for every row.
 */
export const markClass = 1_885_814_131;

/** What is added to a database so that its rules tell what they do, and what they tell it as. */
export interface Watch {
    readonly statements: readonly string[];
    /** What gives every rule another name. */
    readonly renames: readonly string[];
    /** The rule behind what an error names: `public.tasks pgassay_0012`. */
    readonly refused: ReadonlyMap<string, string>;
    /** The triggers behind the names of their functions. */
    readonly triggers: ReadonlyMap<string, string>;
    /** What each mark says of which rule. */
    readonly marks: readonly { readonly rule: string; readonly says: "accepts" | "refuses" }[];
}

interface TriggerRow extends ObjectName {
    readonly table: string;
    /** The statement that makes it. */
    readonly definition: string;
    readonly functionDefinition: string;
    readonly owner: string;
    /** Whether it fires where rows are replicated, too. */
    readonly isAlways: boolean;
}

/**
 * Prepares to watch every rule of a schema at work. Errors are told where they are caught; rows that got past a table's
 * rules are told after each statement; policies and triggers leave a mark. With other names for the rules, assertions
 * that compare names show themselves by failing.
 */
export async function planWatch(client: pg.Client, schema: Schema): Promise<Watch> {
    await loadSqlParser();
    const marks: { rule: string; says: "accepts" | "refuses" }[] = [];
    const mark = (rule: string, says: "accepts" | "refuses"): number => marks.push({ rule, says }) - 1;
    const renamed = renamedRules(schema);
    const { rows: functions } = await client.query<{ definition: string }>(handlers);
    const schemas = [...new Set(schema.tables.map((table) => table.schema))];
    const { rows: triggers } = await client.query<TriggerRow>(triggerFunctions, [schemas]);
    const names = new Map(triggers.map((row, i) => [row, `pgassay_trigger_${i}`]));
    return {
        statements: [
            ...functions.map(({ definition }) => withTellingBodies(definition)),
            tellAssertions,
            ...acceptedRows(schema),
            ...[...names].flatMap(([row, name]) => watchTrigger(row, name, mark(triggerRule(row), "accepts"))),
            judged,
            ...watchPolicies(schema, mark),
        ],
        renames: renamed.statements,
        refused: renamed.rules,
        triggers: new Map([...names].map(([row, name]) => [name, triggerRule(row)])),
        marks,
    };
}

/** All assertions come down to `ok`: it tells each result, between what was caught before and after. */
const tellAssertions = `
alter function tap.ok(boolean, text) rename to pgassay_ok;
create function tap.ok(boolean, text) returns text language plpgsql as $pgassay$
declare
    v_result text := tap.pgassay_ok($1, $2);
begin
    raise info '${toldPrefix}%', pg_catalog.jsonb_build_object('told', 'asserted', 'passed', v_result like 'ok%');
    return v_result;
end $pgassay$;
grant execute on function tap.ok(boolean, text) to public`;

function triggerRule({ schema, table, name }: TriggerRow): string {
    return ruleName("trigger", { schema, name: table }, name);
}

/** A function for the trigger alone, so that an error says which trigger raised it. It also marks that it was called. */
function watchTrigger(row: TriggerRow, name: string, mark: number): string[] {
    const own = withTellingBodies(row.functionDefinition)
        .replace(/^CREATE OR REPLACE FUNCTION .*?\(\)/, `create function tap.${name}()`)
        .replace(/\bbegin\b/i, `$& perform pg_catalog.pg_advisory_lock_shared(${markClass}, ${mark});`);
    const call = row.definition.lastIndexOf(" EXECUTE FUNCTION ");
    const argumentsAt = row.definition.indexOf("(", call);
    const on = sqlName({ schema: row.schema, name: row.table });
    return [
        own,
        `alter function tap.${name}() owner to ${plain(row.owner)}`,
        `drop trigger ${plain(row.name)} on ${on}`,
        `${row.definition.slice(0, call)} execute function tap.${name}${row.definition.slice(argumentsAt)}`,
        ...(row.isAlways ? [`alter table ${on} enable always trigger ${plain(row.name)}`] : []),
    ];
}

/** Marks whether a policy let a row pass. It is cheap, so that it is not put off until other conditions were asked. */
const judged = `
create function tap.pgassay_judged(p_mark integer, p_verdict boolean) returns boolean
language plpgsql cost 0.0001 set search_path = '' as $pgassay$
begin
    perform pg_catalog.pg_advisory_lock_shared(${markClass}, p_mark + case when p_verdict then 0 else 1 end);
    return p_verdict;
end $pgassay$;
grant execute on function tap.pgassay_judged(integer, boolean) to public`;

function watchPolicies(schema: Schema, mark: (rule: string, says: "accepts" | "refuses") => number): string[] {
    return schema.tables.flatMap((table) =>
        table.policies.map(({ name, using, check }) => {
            const rule = ruleName("policy", table, name);
            const first = mark(rule, "accepts");
            mark(rule, "refuses");
            const clauses = [
                ...(using === null ? [] : [`using (tap.pgassay_judged(${first}, ${using}))`]),
                ...(check === null ? [] : [`with check (tap.pgassay_judged(${first}, ${check}))`]),
            ];
            return `alter policy ${plain(name)} on ${sqlName(table)} ${clauses.join(" ")}`;
        }),
    );
}
