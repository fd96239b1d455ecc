import { quoteLiteral, quoteName } from "../core/quote.ts";
import { scanSql } from "../core/sql-text.ts";
import type { ObjectName, Owner } from "./mutant.ts";
import type { Mutated } from "./operator.ts";
import { remembered } from "../core/remembered.ts";
import type { DefinitionKind, Schema, Table } from "./schema.ts";

/** A name for SQL: quoted where it must be, and where it is a word of SQL, reserved or not. */
export const plain = remembered((name) => {
    const isPlain = /^[a-z_][a-z0-9_$]*$/.test(name) && !scanSql(name).some(({ isKeyword }) => isKeyword);
    return isPlain ? name : quoteName(name);
});

/** An object's name for SQL, with its schema: `public.tasks`. */
export function sqlName({ schema, name }: ObjectName): string {
    return `${plain(schema)}.${plain(name)}`;
}

/** Names for SQL with commas between them. */
export function nameList(names: readonly string[]): string {
    return names.map(plain).join(", ");
}

/** What an id calls an object or a part of one: `public.tasks.hours`. */
export function subjectOf({ schema, name }: ObjectName, ...parts: readonly string[]): string {
    return [schema, name, ...parts].join(".");
}

/** How people call what mutants are counted under: `public.tasks`, `schema public`. */
export function ownerName(owner: Owner): string {
    return owner.isSchema ? `schema ${owner.name}` : subjectOf(owner);
}

/** The statement that changes a table. */
export function alterTable(table: ObjectName, action: string): string {
    return `alter table ${sqlName(table)} ${action}`;
}

/** A call of an assertion: `select col_not_null('public', 'tasks', 'hours');`. */
export function assertion(name: string, ...parameters: readonly string[]): string {
    return `select ${name}(${parameters.map(quoteLiteral).join(", ")});`;
}

/**
 * What all mutants of a part of a table have in common.
 *
 * @param names that tell, besides the part's own, which tests are likely to notice
 */
export function mutatedPart(
    schema: Schema,
    kind: Extract<DefinitionKind, "column" | "constraint" | "index" | "trigger" | "policy">,
    { table, member }: { readonly table: Table; readonly member: { readonly name: string } },
    names: readonly string[] = [],
): Mutated {
    return {
        subject: subjectOf(table, member.name),
        owner: { schema: table.schema, name: table.name },
        names: [member.name, ...names],
        suggestion: assertion(
            `${kind}_is`,
            table.schema,
            table.name,
            member.name,
            schema.definitionOf(kind, table, member.name),
        ),
    };
}
