import { quoteLiteral } from "../../core/quote.ts";
import { assertion, plain, sqlName, subjectOf } from "../names.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Draft, Operator } from "../operator.ts";
import type { Privilege, Schema } from "../schema.ts";
import { signatureOf } from "./routine.ts";

/** What GRANT and REVOKE call the object: `select (name) on public.person`. */
function target({ kind, part, privilege, routine, ...name }: Privilege): string {
    const what = privilege.toLowerCase();
    if (kind === "column") return `${what} (${plain(part)}) on ${sqlName(name)}`;
    if (kind === "schema") return `${what} on schema ${plain(name.name)}`;
    if (kind === "sequence") return `${what} on sequence ${sqlName(name)}`;
    if (routine) return `${what} on ${routine.kind} ${signatureOf(routine)}`;
    return `${what} on ${sqlName(name)}`;
}

function roleOf({ role, isPublic }: Privilege): string {
    return isPublic ? "public" : plain(role);
}

function mutated(schema: Schema, of: Privilege): Pick<Draft, "subject" | "variant" | "owner" | "names" | "suggestion"> {
    const { kind, part, routine, role, privilege } = of;
    const subject = routine ? `${of.schema}.${of.name}(${routine.arguments})` : subjectOf(of, ...(part ? [part] : []));
    return {
        subject: kind === "schema" ? of.name : subject,
        variant: `${privilege.toLowerCase()} ${role}`,
        owner: { schema: of.schema, name: of.name, ...(kind === "schema" && { isSchema: true }) },
        names: [of.name, role, ...(part ? [part] : [])],
        suggestion: suggestionFor(schema, of),
    };
}

function suggestionFor(schema: Schema, of: Privilege): string {
    const { kind, routine, role, privilege, isGranted } = of;
    if (kind === "schema") {
        const has = `has_schema_privilege(${quoteLiteral(role)}, ${quoteLiteral(of.name)}, ${quoteLiteral(privilege)})`;
        return `select is(${has}, ${String(isGranted)}, ${quoteLiteral(inWords(of, isGranted ? "has" : "has no"))});`;
    }
    return routine
        ? assertion("function_privileges_are", of.schema, of.name, routine.shortArguments, routine.grantees)
        : assertion("privileges_are", of.schema, of.name, schema.definitionOf("privileges", of));
}

/** `corpus_reader has no select on column note.title`. */
function inWords({ kind, name, part, role, isPublic, privilege }: Privilege, has: string): string {
    return `${isPublic ? "everybody" : role} ${has} ${privilege.toLowerCase()} on ${kind} ${part ? `${name}.${part}` : name}`;
}

/** To fire a trigger nobody needs a privilege on its function. */
function triggerRule({ isTrigger }: Privilege): Pick<Draft, "ineffective"> {
    return ineffectiveIf(isTrigger, "weak", "a trigger fires whoever may execute its function");
}

export const privilegeOperators: readonly Operator[] = [
    {
        name: "privilege-revoke",
        class: "privilege",
        does: "takes a privilege from a role that was granted it",
        derive: (schema) =>
            schema.privileges
                .filter(({ isGranted }) => isGranted)
                .map((of) => ({
                    ...mutated(schema, of),
                    description: inWords(of, "has no"),
                    sql: [`revoke ${target(of)} from ${roleOf(of)}`],
                    ...triggerRule(of),
                    ...ineffectiveIf(of.hasItAnyway, "equivalent", "the role has it through another one"),
                })),
    },
    {
        name: "privilege-grant",
        class: "privilege",
        does: "grants a role a privilege on a table, view or sequence that it lacks",
        derive: (schema) =>
            schema.privileges
                .filter(({ isGranted, isPublic, kind }) => !isGranted && !isPublic && /table|view|sequence/.test(kind))
                .map((of) => ({
                    ...mutated(schema, of),
                    description: inWords(of, "has"),
                    sql: [`grant ${target(of)} to ${roleOf(of)}`],
                    ...ineffectiveIf(of.hasItAnyway, "equivalent", "the role has it through another one"),
                })),
    },
    {
        name: "privilege-open",
        class: "privilege",
        does: "lets everybody read a table or view, execute a function, or create in a schema",
        derive: (schema) =>
            schema.privileges
                .filter(({ isGranted, isPublic }) => !isGranted && isPublic)
                .filter(({ kind, privilege }) => opens(kind) === privilege)
                .map((of) => ({
                    ...mutated(schema, of),
                    description: inWords(of, "has"),
                    sql: [`grant ${target(of)} to public`],
                    ...triggerRule(of),
                })),
    },
];

/** The privilege that is tried for everybody. */
function opens(kind: Privilege["kind"]): string | undefined {
    if (kind === "table" || kind === "view") return "SELECT";
    if (kind === "function") return "EXECUTE";
    return kind === "schema" ? "CREATE" : undefined;
}
