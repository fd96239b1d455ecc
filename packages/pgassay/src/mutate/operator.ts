import type { Mutant, MutantClass } from "./mutant.ts";
import type { Schema } from "./schema.ts";

/** One way to break a schema. */
export interface Operator {
    /** Kebab-case, the first word of the id of each mutant it makes: `check-drop`. */
    readonly name: string;
    readonly class: MutantClass;
    /** What it does to what, in plain words, for the table in docs/mutation.md. */
    readonly does: string;
    /** All it can do to a schema, in the order of the catalog. libpg-query is loaded. */
    derive(schema: Schema): readonly Draft[];
}

/** A mutant before it has its id. */
export interface Draft extends Omit<Mutant, "id" | "operator" | "class" | "planting" | "oracle"> {
    /** What is broken, as the id names it: `public.tasks.tasks_valid_hours_check`. */
    readonly subject: string;
    /** Tells several mutants of one operator and subject apart, by what they do and not by a number. */
    readonly variant?: string;
    /** By default `transaction`. */
    readonly planting?: Mutant["planting"];
    /** By default `tests`. */
    readonly oracle?: Mutant["oracle"];
}

/** What all mutants of one thing have in common. */
export type Mutated = Pick<Draft, "subject" | "owner" | "names" | "suggestion">;

/** Marks a draft when there is a reason to; the reason follows "no test can tell, because". */
export function ineffectiveIf(
    condition: boolean,
    kind: "equivalent" | "duplicate" | "weak",
    reason: string,
): Pick<Mutant, "ineffective"> {
    return condition ? { ineffective: { kind, reason } } : {};
}
