/** What kind of promise a mutant breaks; the score is told by class. */
export type MutantClass =
    | "check"
    | "not-null"
    | "default"
    | "primary-key"
    | "unique"
    | "exclusion"
    | "foreign-key"
    | "enum"
    | "domain"
    | "trigger"
    | "function"
    | "row-security"
    | "generated"
    | "identity"
    | "column-type"
    | "privilege"
    | "view"
    | "unique-index"
    | "index";

/** A table, view, type or function by its schema and name. */
export interface ObjectName {
    readonly schema: string;
    readonly name: string;
}

/** What mutants are counted under. A schema, which has privileges too, is in itself and has its own name. */
export interface Owner extends ObjectName {
    readonly isSchema?: true;
}

/** The schema with one defect planted. */
export interface Mutant {
    /** Equal on every machine for equal schemas, and unique: `check-drop public.tasks.tasks_valid_hours_check`. */
    readonly id: string;
    /** Kebab-case name of the operator that made it: `check-drop`. */
    readonly operator: string;
    readonly class: MutantClass;
    /** What the score counts it under: the table, or the type, function or schema that no table owns. */
    readonly owner: Owner;
    /** Names that tell which tests are likely to notice: constraint, columns, label, function, the tables it refers to. */
    readonly names: readonly string[];
    /** One line in plain words: `tasks.valid_hours is gone`. */
    readonly description: string;
    /** The statements that plant it, in order. */
    readonly sql: readonly string[];
    /** `clone` when the defect can only be seen after a commit, as an enum label that is added is. */
    readonly planting: "transaction" | "clone";
    /** `plan` when only a plan can notice: nothing that a row shows changes with a plain index. */
    readonly oracle: "tests" | "plan";
    /** A line of pgTAP that kills it and passes on the schema as it is. */
    readonly suggestion: string;
    /** Set when a rule of the catalog says that no test could tell it from the schema; it is counted and never run. */
    readonly ineffective?: { readonly kind: "equivalent" | "duplicate" | "weak"; readonly reason: string };
}
