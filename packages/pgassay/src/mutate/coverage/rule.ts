import type { Mutant, ObjectName } from "../mutant.ts";
import { subjectOf } from "../names.ts";
import type { Constraint } from "../schema.ts";

/** Operators that take a rule away, and the kind of rule. */
const removals: ReadonlyMap<string, string> = new Map([
    ["check-drop", "check"],
    ["not-null-drop", "not-null"],
    ["default-drop", "default"],
    ["primary-key-drop", "primary-key"],
    ["unique-drop", "unique"],
    ["exclusion-drop", "exclusion"],
    ["unique-index-drop", "unique-index"],
    ["foreign-key-drop", "foreign-key"],
    ["enum-label-drop", "enum-label"],
    ["domain-check-drop", "domain-check"],
    ["domain-not-null-drop", "domain-not-null"],
    ["trigger-drop", "trigger"],
    ["policy-drop", "policy"],
]);

/** What a mutant takes away: `check public.tasks.tasks_hours_check`; undefined where it does something else. */
export function ruleOf({ id, operator }: Pick<Mutant, "id" | "operator">): string | undefined {
    const kind = removals.get(operator);
    return kind && kind + id.slice(operator.length);
}

/** What rules call the kinds of constraints of tables. */
export const constraintKinds: Readonly<Record<Constraint["kind"], string>> = {
    check: "check",
    "primary key": "primary-key",
    unique: "unique",
    exclusion: "exclusion",
    "foreign key": "foreign-key",
};

/** The same name, from the rule's parts. */
export function ruleName(kind: string, owner: ObjectName, ...parts: readonly string[]): string {
    return `${kind} ${subjectOf(owner, ...parts)}`;
}

/** The mutants that coverage is derived from: those that take a rule away, and other defaults. */
export function coverageMutants(mutants: readonly Mutant[]): Mutant[] {
    return mutants.filter(
        (mutant) =>
            mutant.ineffective === undefined && (ruleOf(mutant) !== undefined || mutant.operator === "default-change"),
    );
}
