import { tableId } from "./schema.ts";
import type { Table } from "./schema.ts";

/** Plurals that no rule of spelling turns into the word for one. */
const irregular: ReadonlyMap<string, string> = new Map([
    ["people", "person"],
    ["children", "child"],
    ["men", "man"],
    ["women", "woman"],
    ["indices", "index"],
    ["data", "datum"],
    ["media", "medium"],
    ["news", "news"],
    ["series", "series"],
]);

/** An English noun as one says it of one thing: `companies` is `company`, and `status` is `status`. */
function singular(word: string): string {
    const known = irregular.get(word);
    if (known !== undefined) return known;
    if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
    if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
    if (/(?:uses|ises)$/.test(word)) return word.slice(0, -2);
    return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The words of a name, in whatever style it is written, each as one says it of one thing. */
function wordsOf(name: string): string[] {
    return name
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== "")
        .map(singular);
}

/**
 * The table that a word stands for, as people name the kinds of rows: `task`, `Task` and `public.tasks` are the table
 * `tasks`, `risk` may be `project_risks`, whose last word it is, and `architecture` may be `architecture_decisions`.
 *
 * @param near the schema whose tables are meant if others have tables of that name too
 * @returns undefined if no table is meant, or if several are as likely
 */
export function tableCalled(word: string, tables: readonly Table[], near: string): Table | undefined {
    const said = wordsOf(word).join(" ");
    if (said === "") return undefined;
    const likeness: readonly ((name: string, table: Table) => boolean)[] = [
        (_, table) => word === tableId(table) || word === table.name,
        (name, table) => name === said || `${wordsOf(table.schema).join(" ")} ${name}` === said,
        (name) => name.endsWith(` ${said}`),
        (name) => name.startsWith(`${said} `),
    ];
    for (const isLike of likeness) {
        const alike = tables.filter((table) => isLike(wordsOf(table.name).join(" "), table));
        const here = alike.filter(({ schema }) => schema === near);
        const meant = here.length > 0 ? here : alike;
        if (meant.length > 0) return meant.length === 1 ? meant[0] : undefined;
    }
    return undefined;
}
