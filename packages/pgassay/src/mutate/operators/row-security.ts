import { expressionChanges } from "../expression-changes.ts";
import { alterTable, assertion, mutatedPart, nameList, plain, sqlName, subjectOf } from "../names.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Mutated, Operator } from "../operator.ts";
import { eachOf } from "../schema.ts";
import type { Policy, Schema, Table } from "../schema.ts";

interface PolicyOf {
    readonly table: Table;
    readonly member: Policy;
}

function policiesOf(schema: Schema): PolicyOf[] {
    return eachOf(schema, ({ policies }) => policies);
}

function mutatedTable(schema: Schema, table: Table): Mutated {
    return {
        subject: subjectOf(table),
        owner: { schema: table.schema, name: table.name },
        names: [table.name],
        suggestion: assertion("row_security_is", table.schema, table.name, schema.definitionOf("row security", table)),
    };
}

function mutated(schema: Schema, of: PolicyOf): Mutated {
    return mutatedPart(schema, "policy", of, [of.table.name, ...of.member.roles]);
}

function drop({ table, member }: PolicyOf): string {
    return `drop policy ${plain(member.name)} on ${sqlName(table)}`;
}

function alter({ table, member }: PolicyOf, change: string): string {
    return `alter policy ${plain(member.name)} on ${sqlName(table)} ${change}`;
}

function create({ table, member }: PolicyOf, by: Partial<Policy>): string {
    const policy = { ...member, ...by };
    return [
        `create policy ${plain(policy.name)} on ${sqlName(table)}`,
        policy.isPermissive ? "as permissive" : "as restrictive",
        `for ${policy.command}`,
        `to ${policy.roles.length > 0 ? nameList(policy.roles) : "public"}`,
        ...(policy.using === null ? [] : [`using (${policy.using})`]),
        ...(policy.check === null ? [] : [`with check (${policy.check})`]),
    ].join(" ");
}

/** Opens or closes one of the two conditions of a policy. */
function conditionOperator(clause: "using" | "check", value: "true" | "false"): Operator {
    const [clauseSql, rows] = clause === "using" ? ["using", "rows that are there"] : ["with check", "new rows"];
    return {
        name: `policy-${clause}-${value}`,
        class: "row-security",
        does: `lets a policy accept ${value === "true" ? "all" : "none"} of the ${rows}`,
        derive: (schema) =>
            policiesOf(schema).flatMap((of) => {
                const condition = of.member[clause];
                if (condition === null || condition === value) return [];
                // Closed, a permissive policy lets nobody in, as if it were not there; open, a restrictive one likewise.
                const isAlone = clause === "using" ? of.member.check === null : of.member.using === null;
                const isDrop = isAlone && of.member.isPermissive === (value === "false");
                return [
                    {
                        ...mutated(schema, of),
                        description: `${of.table.name}: the policy ${of.member.name} accepts ${value === "true" ? "all" : "none"} of the ${rows}`,
                        sql: [alter(of, `${clauseSql} (${value})`)],
                        ...ineffectiveIf(isDrop, "duplicate", "it then does nothing, as if it were dropped"),
                    },
                ];
            }),
    };
}

/** Leaves out or swaps a part of the conditions of a policy. */
function conditionPartOperator(kind: "conjunct" | "disjunct" | "connective", does: string): Operator {
    return {
        name: `policy-${kind}`,
        class: "row-security",
        does: `${does}, in a policy`,
        derive: (schema) =>
            policiesOf(schema).flatMap((of) =>
                (["using", "check"] as const).flatMap((clause) =>
                    expressionChanges(of.member[clause] ?? "true", kind).map((change) => ({
                        ...mutated(schema, of),
                        variant: `${clause} ${change.was}`,
                        description: `${of.table.name}: the policy ${of.member.name} ${clause === "using" ? "reads" : "writes"} by another condition, with ${change.becomes === "" ? "no" : "AND and OR swapped in"} ${change.was}`,
                        sql: [alter(of, `${clause === "using" ? "using" : "with check"} (${change.expression})`)],
                    })),
                ),
            ),
    };
}

export const rowSecurityOperators: readonly Operator[] = [
    {
        name: "row-security-disable",
        class: "row-security",
        does: "switches row-level security off for a table",
        derive: (schema) =>
            schema.tables
                .filter(({ hasRowSecurity }) => hasRowSecurity)
                .map((table) => ({
                    ...mutatedTable(schema, table),
                    description: `${table.name} asks no policy`,
                    sql: [alterTable(table, "disable row level security")],
                })),
    },
    {
        name: "row-security-no-force",
        class: "row-security",
        does: "lets the owner of a table pass its policies by",
        derive: (schema) =>
            schema.tables
                .filter(({ hasRowSecurity, forcesRowSecurity }) => hasRowSecurity && forcesRowSecurity)
                .map((table) => ({
                    ...mutatedTable(schema, table),
                    description: `${table.name} asks no policy of its owner`,
                    sql: [alterTable(table, "no force row level security")],
                })),
    },
    {
        name: "policy-drop",
        class: "row-security",
        does: "drops a policy",
        derive: (schema) =>
            policiesOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the policy ${of.member.name} is gone`,
                sql: [drop(of)],
            })),
    },
    conditionOperator("using", "true"),
    conditionOperator("using", "false"),
    conditionOperator("check", "true"),
    conditionOperator("check", "false"),
    conditionPartOperator("conjunct", "leaves out one of the terms that AND joins"),
    conditionPartOperator("disjunct", "leaves out one of the terms that OR joins"),
    conditionPartOperator("connective", "makes OR of AND, or AND of OR"),
    {
        name: "policy-role",
        class: "row-security",
        does: "gives a policy to everybody that was for some roles",
        derive: (schema) =>
            policiesOf(schema)
                .filter(({ member }) => member.roles.length > 0)
                .map((of) => ({
                    ...mutated(schema, of),
                    description: `${of.table.name}: the policy ${of.member.name} is for everybody`,
                    sql: [alter(of, "to public")],
                })),
    },
    {
        name: "policy-command",
        class: "row-security",
        does: "lets a policy for one command hold for all, or one for all hold for select alone",
        derive: (schema) =>
            policiesOf(schema)
                .filter(({ member }) => member.command !== "all" || member.using !== null)
                .map((of) => {
                    const command = of.member.command === "all" ? "select" : "all";
                    const check = command === "select" ? null : of.member.check;
                    return {
                        ...mutated(schema, of),
                        description: `${of.table.name}: the policy ${of.member.name} is for ${command}, not for ${of.member.command}`,
                        sql: [drop(of), create(of, { command, check })],
                    };
                }),
    },
    {
        name: "policy-kind",
        class: "row-security",
        does: "makes a permissive policy restrictive, or a restrictive one permissive",
        derive: (schema) =>
            policiesOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the policy ${of.member.name} is ${of.member.isPermissive ? "restrictive" : "permissive"}`,
                sql: [drop(of), create(of, { isPermissive: !of.member.isPermissive })],
            })),
    },
];
