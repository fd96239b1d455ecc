/** What a database holds, as its catalog says it: equal schemas give equal models, in order and to the letter. */
export interface Catalog {
    readonly tables: readonly Table[];
    readonly enums: readonly Enum[];
    readonly routines: readonly Routine[];
}

/** A table or a view. */
export interface Table {
    readonly schema: string;
    readonly name: string;
    readonly kind: "table" | "view" | "materialized view";
    /** Whether policies decide who sees which row; `forced` for the owner too. */
    readonly rowSecurity: "none" | "enabled" | "forced";
    readonly comment: string | null;
    /** In the order in which they are declared. */
    readonly columns: readonly Column[];
    /** The primary key first, then unique, exclusion and check constraints. */
    readonly constraints: readonly Constraint[];
    readonly foreignKeys: readonly ForeignKey[];
    /** Those that no constraint brings with it. */
    readonly indexes: readonly Index[];
    /** Those that somebody made, in the order in which they fire. */
    readonly triggers: readonly Trigger[];
    readonly policies: readonly Policy[];
    readonly privileges: readonly Privilege[];
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

export interface Trigger {
    readonly name: string;
    /** When it fires, for what, and what it calls: `BEFORE UPDATE ON task FOR EACH ROW EXECUTE FUNCTION stamp()`. */
    readonly definition: string;
    readonly isEnabled: boolean;
    readonly comment: string | null;
}

/** Which rows of a table roles see or write. */
export interface Policy {
    readonly name: string;
    readonly command: "select" | "insert" | "update" | "delete" | "all";
    /** Permissive policies are joined by `or`, restrictive ones by `and`. */
    readonly isPermissive: boolean;
    /** `public` for everybody. */
    readonly roles: readonly string[];
    /** The condition on rows that are there, null if there is none. */
    readonly using: string | null;
    /** The condition on rows that are written, null if it is that of `using`. */
    readonly check: string | null;
    readonly comment: string | null;
}

/** One thing that a role other than the owner may do with a table. */
export interface Privilege {
    /** `public` for everybody. */
    readonly role: string;
    /** `select`, `insert`, `update` … */
    readonly privilege: string;
    /** The columns it is limited to, null for all. */
    readonly columns: readonly string[] | null;
}

/** A function, procedure or aggregate. */
export interface Routine {
    readonly schema: string;
    readonly name: string;
    readonly kind: "function" | "procedure" | "aggregate" | "window function";
    /** With names, types and defaults: `day date, zone text DEFAULT 'UTC'::text`. */
    readonly arguments: string;
    /** What it returns; null for a procedure. */
    readonly result: string | null;
    /** Whether it has the rights of its owner instead of those of its caller. */
    readonly runsAsOwner: boolean;
    /** Roles other than the owner that may call it, `public` for everybody; none for what only triggers call. */
    readonly callers: readonly string[];
    readonly comment: string | null;
}
