import { quoteName } from "../core/quote.ts";
import type { ValueType } from "./value-type.ts";

/** What autofill knows of a schema: the tables it fills, in the order of their names. */
export interface Schema {
    readonly tables: readonly Table[];
}

export interface Table {
    readonly schema: string;
    readonly name: string;
    readonly columns: readonly Column[];
    readonly checks: readonly Check[];
    /** Unique keys, the primary key first. */
    readonly keys: readonly Key[];
    readonly exclusions: readonly Exclusion[];
    readonly foreignKeys: readonly ForeignKey[];
    readonly triggers: readonly { readonly name: string; readonly function: string }[];
    readonly isPartitioned: boolean;
    /** What a row must satisfy to go to one of the partitions, each in SQL; null where any row has a partition. */
    readonly partitions: readonly string[] | null;
    /** Whether a trigger may change a row before it is stored. */
    readonly changesRows: boolean;
}

export interface Column {
    readonly name: string;
    /** Undefined for a type that autofill makes no values of. */
    readonly type: ValueType | undefined;
    /** As PostgreSQL writes it: `numeric(10,2)`. */
    readonly typeText: string;
    readonly isRequired: boolean;
    readonly isGenerated: boolean;
    readonly hasDefault: boolean;
    /** Qualified and quoted name of the sequence that its default takes values from. */
    readonly sequence: string | null;
    readonly comment: string;
}

/** A check constraint of a table, or of the domain of a column. */
export interface Check {
    /** `orders_total_check`; of a domain, with the column it is checked for: `email_check of customers.email`. */
    readonly name: string;
    readonly expression: string;
    /** The column that `VALUE` stands for in the check of a domain. */
    readonly domainColumn?: string;
}

/** A unique key: no two rows agree in all its parts. */
export interface Key {
    readonly name: string;
    readonly parts: readonly KeyPart[];
    readonly predicate: string | null;
    readonly nullsEqual: boolean;
}

/** A part of a key or an exclusion: a column, or an expression. */
export interface KeyPart {
    readonly column: string | null;
    readonly expression: string;
}

/** An exclusion constraint: for no two rows are all its operators true. */
export interface Exclusion {
    readonly name: string;
    readonly parts: readonly (KeyPart & { readonly operator: string })[];
    readonly predicate: string | null;
}

/** Columns that take their values from one row of a table. */
export interface Link {
    readonly name: string;
    readonly columns: readonly string[];
    /** Qualified name of the table it refers to, as `tableId` makes it. */
    readonly target: string;
    readonly targetColumns: readonly string[];
}

export interface ForeignKey extends Link {
    readonly isMatchFull: boolean;
    readonly isEnforced: boolean;
    /** As `add constraint` takes it after the name. */
    readonly definition: string;
    readonly comment: string | null;
}

/** What the names in the expressions of a table stand for. */
export function namesOf({ columns }: Table): { readonly types: ReadonlyMap<string, ValueType | undefined> } {
    return { types: new Map(columns.map(({ name, type }) => [name, type])) };
}

/** One text for one table, to look it up by. */
export function tableId({ schema, name }: { readonly schema: string; readonly name: string }): string {
    return `${schema}.${name}`;
}

/** Where the rows of a table are, as SQL: not those of tables that inherit from it, which no foreign key looks at. */
export function rowsFrom({ schema, name, isPartitioned }: Pick<Table, "schema" | "name" | "isPartitioned">): string {
    return `${isPartitioned ? "" : "only "}${quoteName(schema, name)}`;
}

/** How people call a table: by its name, after its schema unless that is public. */
export function shownTable({ schema, name }: { readonly schema: string; readonly name: string }): string {
    return schema === "public" ? name : `${schema}.${name}`;
}
