import type { Draws } from "../data/random.ts";
import { nouns } from "./vocabulary.ts";

function hex(draws: Draws, digits: number): string {
    return draws.word().toString(16).padStart(8, "0").slice(0, digits);
}

function bytes(draws: Draws, count: number): string[] {
    return Array.from({ length: count }, () => hex(draws, 2));
}

/** A random UUID of version 4. Its first eight digits are the first word, which differs for every row of a stream. */
function uuid(draws: Draws): string {
    const variant = (8 + draws.below(4)).toString(16);
    return `${hex(draws, 8)}-${hex(draws, 4)}-4${hex(draws, 3)}-${variant}${hex(draws, 3)}-${hex(draws, 8)}${hex(draws, 4)}`;
}

function point(draws: Draws): string {
    return `(${draws.below(1000)},${draws.below(1000)})`;
}

function word(draws: Draws): string {
    return nouns[draws.below(nouns.length)] ?? "";
}

/** How values of types that are only ever made, never compared, are written, by the type's name. */
export const textOfRaw: ReadonlyMap<string, (draws: Draws) => string> = new Map([
    ["uuid", uuid],
    ["inet", (draws: Draws) => `10.${draws.below(256)}.${draws.below(256)}.${1 + draws.below(254)}`],
    ["cidr", (draws: Draws) => `10.${draws.below(256)}.${draws.below(256)}.0/24`],
    ["macaddr", (draws: Draws) => `02:${bytes(draws, 5).join(":")}`],
    ["macaddr8", (draws: Draws) => `02:${bytes(draws, 7).join(":")}`],
    ["tsvector", (draws: Draws) => `'${word(draws)}':1 '${word(draws)}':2`],
    ["tsquery", (draws: Draws) => `'${word(draws)}' & '${word(draws)}'`],
    [
        "xml",
        (draws: Draws) =>
            `<${word(draws)}>${draws.below(1000)}</${word(draws)}>`.replace(/^<(\w+)>(.*)<.*$/, "<$1>$2</$1>"),
    ],
    ["jsonpath", (draws: Draws) => `$.${word(draws)}`],
    ["xid", (draws: Draws) => String(3 + draws.below(1_000_000))],
    ["xid8", (draws: Draws) => String(3 + draws.below(1_000_000))],
    ["pg_lsn", (draws: Draws) => `${hex(draws, 2)}/${hex(draws, 8)}`],
    ["point", point],
    ["box", (draws: Draws) => `(${point(draws)},${point(draws)})`],
    ["lseg", (draws: Draws) => `[${point(draws)},${point(draws)}]`],
    ["line", (draws: Draws) => `{1,${1 + draws.below(9)},${draws.below(100)}}`],
    ["path", (draws: Draws) => `[${point(draws)},${point(draws)}]`],
    ["polygon", (draws: Draws) => `(${point(draws)},${point(draws)},${point(draws)})`],
    ["circle", (draws: Draws) => `<${point(draws)},${1 + draws.below(50)}>`],
    ["hstore", (draws: Draws) => `"${word(draws)}"=>"${draws.below(100)}"`],
    ["ltree", (draws: Draws) => `${word(draws)}.${word(draws)}.${word(draws)}`],
]);
