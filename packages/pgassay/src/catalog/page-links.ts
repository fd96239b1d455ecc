import { shownName } from "../core/shown-name.ts";
import type { Enum } from "./catalog.ts";
import { code, prose } from "./markdown.ts";

export const enumsPage = "enums.md";
export const routinesPage = "routines.md";

/** The schema is part of the name, so that no table takes the name of another page. */
export function tablePage({ schema, name }: { readonly schema: string; readonly name: string }): string {
    // What a name may hold and a file name may not.
    return `${schema}.${name}.md`.replaceAll(/[^\p{L}\p{N}_.-]/gu, (character) => encodeURIComponent(character));
}

export function linkTo(table: { readonly schema: string; readonly name: string }): string {
    return `[${prose(shownName(table))}](${encodeURI(tablePage(table))})`;
}

/** The type of a column, with a link to its values if it is an enumerated type or an array of one. */
export function typeText(type: string, all: readonly Enum[]): string {
    const known = all.find((candidate) => shownName(candidate) === type.replace(/\[\]$/, ""));
    // GitHub and others make the anchor of a heading from its letters, digits, hyphens and underscores.
    return known ? `[${code(type)}](${enumsPage}#${shownName(known).replaceAll(/[^\p{L}\p{N}_-]/gu, "")})` : code(type);
}
