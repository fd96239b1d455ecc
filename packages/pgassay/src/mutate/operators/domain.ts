import { quoteLiteral } from "../../core/quote.ts";
import { changeInWords, changeVariant, expressionChanges } from "../expression-changes.ts";
import { plain, sqlName, subjectOf } from "../names.ts";
import { isNullAnyway } from "../null-disjuncts.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Mutated, Operator } from "../operator.ts";
import type { Domain, Schema } from "../schema.ts";

type Check = Domain["checks"][number];

function typeOf(domain: Domain): string {
    return `${quoteLiteral(sqlName(domain))}::regtype`;
}

/** What all mutants of a check of a domain have in common. */
function mutatedCheck(domain: Domain, check: Check): Mutated {
    const condition = `contypid = ${typeOf(domain)} and conname = ${quoteLiteral(check.name)}`;
    return {
        subject: subjectOf(domain, check.name),
        owner: { schema: domain.schema, name: domain.name },
        names: [check.name, domain.name],
        // Without the operators' and functions' schemas only if the tests' search_path has them, as the text here has.
        suggestion: `select is((select pg_get_expr(conbin, 0) from pg_constraint where ${condition}), ${quoteLiteral(check.expression)}, ${quoteLiteral(`${check.name} is as it was reviewed`)});`,
    };
}

function mutatedProperty(domain: Domain, property: "typnotnull" | "typdefault", value: string): Mutated {
    return {
        subject: subjectOf(domain),
        owner: { schema: domain.schema, name: domain.name },
        names: [domain.name],
        suggestion: `select is((select ${property} from pg_type where oid = ${typeOf(domain)}), ${value}, ${quoteLiteral(`${property} of ${domain.name}`)});`,
    };
}

function alter(domain: Domain, action: string): string {
    return `alter domain ${sqlName(domain)} ${action}`;
}

function eachCheck(schema: Schema): { domain: Domain; check: Check }[] {
    return schema.domains.flatMap((domain) => domain.checks.map((check) => ({ domain, check })));
}

export const domainOperators: readonly Operator[] = [
    {
        name: "domain-check-drop",
        class: "domain",
        does: "drops a check of a domain",
        derive: (schema) =>
            eachCheck(schema).map(({ domain, check }) => ({
                ...mutatedCheck(domain, check),
                description: `${domain.name}: the check ${check.name} is gone`,
                sql: [alter(domain, `drop constraint ${plain(check.name)}`)],
            })),
    },
    {
        name: "domain-check-change",
        class: "domain",
        does: "changes the condition of a domain in each way in which that of a check constraint is changed",
        derive: (schema) =>
            eachCheck(schema).flatMap(({ domain, check }) =>
                expressionChanges(check.expression).map((change) => ({
                    ...mutatedCheck(domain, check),
                    variant: changeVariant(change),
                    description: `${domain.name}: ${check.name} ${changeInWords(change)}`,
                    sql: [
                        alter(domain, `drop constraint ${plain(check.name)}`),
                        alter(domain, `add constraint ${plain(check.name)} check (${change.expression})`),
                    ],
                    ...ineffectiveIf(
                        change.kind === "disjunct" && isNullAnyway(check.expression, change.was),
                        "equivalent",
                        "what is left is null where this term is true, and a check refuses only false",
                    ),
                    ...ineffectiveIf(
                        change.isAlwaysTrue === true,
                        "duplicate",
                        "what is asked now is always true, as if it were left out",
                    ),
                })),
            ),
    },
    {
        name: "domain-not-null-drop",
        class: "domain",
        does: "lets a domain be null",
        derive: (schema) =>
            schema.domains
                .filter(({ isNotNull }) => isNotNull)
                .map((domain) => ({
                    ...mutatedProperty(domain, "typnotnull", "true"),
                    description: `${domain.name} may be null`,
                    sql: [alter(domain, "drop not null")],
                })),
    },
    {
        name: "domain-default-drop",
        class: "domain",
        does: "drops the default of a domain",
        derive: (schema) =>
            schema.domains.flatMap((domain) =>
                domain.default === null
                    ? []
                    : [
                          {
                              ...mutatedProperty(domain, "typdefault", quoteLiteral(domain.default)),
                              description: `${domain.name} has no default`,
                              sql: [alter(domain, "drop default")],
                          },
                      ],
            ),
    },
];
