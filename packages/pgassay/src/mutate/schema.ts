import type { ObjectName } from "./mutant.ts";

/**
 * What the operators break: a schema as its catalog says it. Expressions and definitions name everything with its
 * schema, so that they mean the same under any search path.
 */
export interface Schema {
    readonly tables: readonly Table[];
    /** The text that an assertion of pgassay compares a part of a table with. */
    definitionOf(kind: DefinitionKind, table: ObjectName, name: string): string;
}

export type DefinitionKind = "column" | "constraint";

export interface Table extends ObjectName {
    readonly kind: "table" | "view" | "materialized view";
    readonly hasRowSecurity: boolean;
    readonly forcesRowSecurity: boolean;
    /** Storage parameters and options of views: `security_invoker=true`. */
    readonly options: readonly string[];
    /** The query of a view, without a semicolon's meaning beyond its end. */
    readonly query: string | null;
    /** In the order in which they are declared; none for a view. */
    readonly columns: readonly Column[];
    readonly constraints: readonly Constraint[];
}

export interface Column {
    readonly name: string;
    /** With its modifiers: `numeric(10,2)`. */
    readonly type: string;
    /** The name of the type below a domain, as the catalog has it: `int4`. */
    readonly baseType: string;
    /** `pg_type.typcategory` of the base type. */
    readonly category: string;
    readonly isNotNull: boolean;
    readonly isNotNullByDomain: boolean;
    readonly identity: "always" | "by default" | null;
    readonly generated: "stored" | "virtual" | null;
    /** The default, or what the column is generated from. */
    readonly expression: string | null;
    /** Of an enumerated type, in order. */
    readonly labels: readonly string[];
}

export type Constraint = CheckConstraint | KeyConstraint | ForeignKey | ExclusionConstraint;

interface AnyConstraint {
    readonly name: string;
    readonly columns: readonly string[];
    /** As `pg_get_constraintdef` writes it. */
    readonly definition: string;
    readonly isDeferrable: boolean;
    readonly isDeferred: boolean;
    readonly isEnforced: boolean;
}

export interface CheckConstraint extends AnyConstraint {
    readonly kind: "check";
    readonly expression: string;
    readonly isNoInherit: boolean;
}

export interface KeyConstraint extends AnyConstraint {
    readonly kind: "primary key" | "unique";
    readonly include: readonly string[];
    readonly nullsNotDistinct: boolean;
    /** Whether the last column must not overlap, rather than not be equal. */
    readonly hasPeriod: boolean;
}

export interface ExclusionConstraint extends AnyConstraint {
    readonly kind: "exclusion";
}

export interface ForeignKey extends AnyConstraint {
    readonly kind: "foreign key";
    readonly targetSchema: string;
    readonly targetTable: string;
    /** The index, and so the constraint, that makes the target unique. */
    readonly targetKey: string;
    readonly targetColumns: readonly string[];
    readonly hasPeriod: boolean;
    readonly isMatchFull: boolean;
    readonly onUpdate: ActionCode;
    readonly onDelete: ActionCode;
    /** The columns that `on delete set` is limited to; empty for all. */
    readonly onDeleteColumns: readonly string[];
}

/** `pg_constraint.confdeltype`: no action, restrict, cascade, set null, set default. */
export type ActionCode = "a" | "r" | "c" | "n" | "d";

interface ConstraintOfKind {
    readonly check: CheckConstraint;
    readonly "primary key": KeyConstraint;
    readonly unique: KeyConstraint;
    readonly "foreign key": ForeignKey;
    readonly exclusion: ExclusionConstraint;
}

/** The constraints of some kinds. */
export function constraintsOf<K extends Constraint["kind"]>(
    table: Table,
    ...kinds: readonly K[]
): ConstraintOfKind[K][] {
    const wanted: readonly string[] = kinds;
    return table.constraints.filter((each): each is ConstraintOfKind[K] => wanted.includes(each.kind));
}

/** Every pair of a table and something that belongs to it. */
export function eachOf<T>(schema: Schema, members: (table: Table) => readonly T[]): { table: Table; member: T }[] {
    return schema.tables.flatMap((table) => members(table).map((member) => ({ table, member })));
}
