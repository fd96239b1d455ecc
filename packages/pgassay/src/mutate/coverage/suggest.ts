import { quoteLiteral } from "../../core/quote.ts";

/** How PostgreSQL numbers the refusals of each kind of rule. */
const sqlstates: ReadonlyMap<string, string> = new Map([
    ["check", "23514"],
    ["domain-check", "23514"],
    ["not-null", "23502"],
    ["domain-not-null", "23502"],
    ["primary-key", "23505"],
    ["unique", "23505"],
    ["unique-index", "23505"],
    ["exclusion", "23P01"],
    ["foreign-key", "23503"],
]);

/** A line of pgTAP in which a rule would refuse a case; nobody can derive the case, so `…` stands for it. */
export function suggestRefusal(rule: string, owner: string): string {
    const { kind, name } = partsOf(rule, owner);
    if (kind === "policy") return `select is_empty(${quoteLiteral(`select from ${owner} where …`)}, '… is hidden');`;
    if (kind === "trigger") return `select throws_ok(${quoteLiteral(`update ${owner} set …`)}, '…', '…');`;
    const sqlstate = sqlstates.get(kind) ?? "…";
    if (kind === "not-null") {
        const table = owner.replace(/^.*?\./, "");
        return constraintLine(`update ${owner} set ${name} = null`, sqlstate, `${table}.${name}`);
    }
    const statement = kind.startsWith("domain") ? `select '…'::${owner}` : `insert into ${owner} (…) values (…)`;
    return constraintLine(statement, sqlstate, name);
}

/** A line of pgTAP with a legal case. */
export function suggestCase(rule: string, owner: string): string {
    const { kind, name } = partsOf(rule, owner);
    const statement =
        kind === "enum-label"
            ? `insert into … values (${quoteLiteral(name)}::${owner})`
            : kind === "trigger"
              ? `update ${owner} set …`
              : `insert into ${owner} (…) values (…)`;
    return `select lives_ok(${quoteLiteral(statement)}, ${quoteLiteral(`${name} lets … pass`)});`;
}

function constraintLine(statement: string, sqlstate: string, name: string): string {
    return `select throws_constraint(${[statement, sqlstate, name].map(quoteLiteral).join(", ")});`;
}

function partsOf(rule: string, owner: string): { readonly kind: string; readonly name: string } {
    const kind = rule.slice(0, rule.indexOf(" "));
    return { kind, name: rule.slice(kind.length + 1 + owner.length + 1) };
}
