import type { ObjectName } from "./mutant.ts";

/**
 * What the operators break: a schema as its catalog says it. Expressions and definitions name everything with its
 * schema, so that they mean the same under any search path.
 */
export interface Schema {
    readonly tables: readonly Table[];
    readonly enums: readonly Enum[];
    readonly domains: readonly Domain[];
    readonly routines: readonly Routine[];
    readonly privileges: readonly Privilege[];
    /** The text that an assertion of pgassay compares a part of a table, or a table, with. */
    definitionOf(kind: DefinitionKind, table: ObjectName, part?: string): string;
}

export type DefinitionKind =
    "column" | "constraint" | "index" | "trigger" | "policy" | "row security" | "view" | "privileges";

export interface Enum extends ObjectName {
    readonly labels: readonly string[];
}

export interface Domain extends ObjectName {
    readonly isNotNull: boolean;
    readonly default: string | null;
    readonly checks: readonly { readonly name: string; readonly expression: string }[];
}

/** A function or procedure in SQL or PL/pgSQL. */
export interface Routine extends ObjectName {
    readonly kind: "function" | "procedure";
    /** Types with their schemas, as an id and SQL need them: `integer, public.mood`. */
    readonly arguments: string;
    /** The same as the assertions of pgassay need them: without the function's own schema. */
    readonly shortArguments: string;
    readonly argumentCount: number;
    readonly language: string;
    /** The statement that makes it. */
    readonly definition: string;
    readonly source: string;
    /** md5 of the body as it is kept. */
    readonly bodyDigest: string;
    /** Whether the body was parsed when it was made, as `begin atomic` is, and not kept as text. */
    readonly hasParsedBody: boolean;
    readonly returns: "nothing" | "trigger" | "event trigger" | "rows" | "out parameters" | "boolean" | "value";
    readonly volatility: "immutable" | "stable" | "volatile";
    readonly isStrict: boolean;
    readonly isSecurityDefiner: boolean;
    /** `search_path=""` and the like. */
    readonly settings: readonly string[];
    /** Whether a row trigger calls it that can change or refuse the row. */
    readonly firesBeforeRow: boolean;
    /** What the assertions of pgassay say of it, and of who may execute it. */
    readonly properties: string;
    readonly grantees: string;
}

/** A privilege that a role was granted, or could be. */
export interface Privilege extends ObjectName {
    readonly kind: "schema" | "table" | "view" | "column" | "sequence" | "function";
    /** The column. */
    readonly part: string;
    /** Of a function. */
    readonly routine?: Routine;
    readonly role: string;
    readonly isPublic: boolean;
    readonly privilege: string;
    /** Whether it is about a trigger function: to fire it, none is asked for. */
    readonly isTrigger: boolean;
    readonly isGranted: boolean;
    /** Whether the role has it through another role, as a superuser, or as the owner. */
    readonly hasItAnyway: boolean;
}

export interface Table extends ObjectName {
    readonly kind: "table" | "view" | "materialized view";
    readonly hasRowSecurity: boolean;
    readonly forcesRowSecurity: boolean;
    /** Storage parameters and options of views: `security_invoker=true`. */
    readonly options: readonly string[];
    /** The query of a view that is not materialized. */
    readonly query: string | null;
    /** In the order in which they are declared; none for a view. */
    readonly columns: readonly Column[];
    readonly constraints: readonly Constraint[];
    readonly indexes: readonly Index[];
    readonly triggers: readonly Trigger[];
    readonly policies: readonly Policy[];
}

/** An index that no constraint brings with it. */
export interface Index {
    readonly name: string;
    /** The statement that makes it. */
    readonly definition: string;
    readonly isUnique: boolean;
    readonly columns: readonly string[];
    /** For each key an operator class that it could have and does not, with its schema, for SQL: the default before others. */
    readonly otherClasses: readonly (string | null)[];
}

export interface Trigger {
    readonly name: string;
    /** The statement that makes it. */
    readonly definition: string;
    readonly function: string;
    readonly functionSchema: string;
    readonly isEnabled: boolean;
    readonly isConstraint: boolean;
    readonly isDeferrable: boolean;
    readonly isDeferred: boolean;
    readonly hasTransitionTables: boolean;
    readonly timing: "before" | "after" | "instead of";
    readonly level: "row" | "statement";
}

export interface Policy {
    readonly name: string;
    readonly isPermissive: boolean;
    readonly command: "all" | "select" | "insert" | "update" | "delete";
    /** Empty for everybody. */
    readonly roles: readonly string[];
    readonly using: string | null;
    readonly check: string | null;
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
