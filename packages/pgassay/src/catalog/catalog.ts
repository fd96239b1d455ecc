/** What a database holds, as its catalog says it: equal schemas give equal models, in order and to the letter. */
export interface Catalog {
    readonly tables: readonly Table[];
    readonly enums: readonly Enum[];
}

/** A table or a view. */
export interface Table {
    readonly schema: string;
    readonly name: string;
    readonly kind: "table" | "view" | "materialized view";
    readonly comment: string | null;
    /** In the order in which they are declared. */
    readonly columns: readonly Column[];
    /** The primary key first, then unique, exclusion and check constraints. */
    readonly constraints: readonly Constraint[];
    readonly foreignKeys: readonly ForeignKey[];
    /** Those that no constraint brings with it. */
    readonly indexes: readonly Index[];
}

export interface Column {
    readonly name: string;
    /** With its modifiers, and qualified unless it is of the schema public or PostgreSQL's own: `numeric(10,2)`. */
    readonly type: string;
    readonly isNullable: boolean;
    /** The expression, or how the value is generated; null if an insert that says nothing leaves null. */
    readonly default: string | null;
    readonly comment: string | null;
}

export interface Constraint {
    readonly name: string;
    readonly kind: "primary key" | "unique" | "check" | "exclusion";
    readonly columns: readonly string[];
    /** As `pg_get_constraintdef` writes it. */
    readonly definition: string;
    readonly comment: string | null;
}

export interface ForeignKey {
    readonly name: string;
    readonly columns: readonly string[];
    readonly targetSchema: string;
    readonly targetTable: string;
    /** As `pg_get_constraintdef` writes it. */
    readonly definition: string;
    /** Whether every row has a target. */
    readonly isRequired: boolean;
    /** Whether a target has one row at most. */
    readonly isUnique: boolean;
    readonly comment: string | null;
}

export interface Index {
    readonly name: string;
    readonly isUnique: boolean;
    /** Method, columns, options and predicate: `btree (project_id) WHERE …`. */
    readonly definition: string;
    readonly comment: string | null;
}

export interface Enum {
    readonly schema: string;
    readonly name: string;
    /** In the order in which they compare. */
    readonly labels: readonly string[];
    readonly comment: string | null;
}
