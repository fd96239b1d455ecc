import type { Draws } from "../data/random.ts";
import {
    adjectives,
    cities,
    colours,
    companies,
    connectives,
    countries,
    countryCodes,
    currencyCodes,
    familyNames,
    givenNames,
    languageCodes,
    mimeTypes,
    nouns,
    timeZones,
    verbs,
} from "./vocabulary.ts";

/** What the texts of a column are like. */
export interface TextContent {
    make(draws: Draws): string;
    /** Makes a text that differs for every number, and for nothing else but the number. */
    number(text: string, number: number): string;
}

const pick = (list: readonly string[], draws: Draws): string => {
    // The first of a list are the most frequent: half of all draws fall on its first third or so.
    const fraction = draws.fraction();
    return list[Math.floor(fraction * Math.sqrt(fraction) * list.length)] ?? "";
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const withSpace = (text: string, number: number): string => `${text} ${number}`;
const withDash = (text: string, number: number): string => `${text}-${number}`;
const bare = (_text: string, number: number): string => String(number);

function content(make: (draws: Draws) => string, number = withSpace): TextContent {
    return { make, number };
}

const slug = content((draws) => `${pick(adjectives, draws)}-${pick(nouns, draws)}`, withDash);
const title = content((draws) => capital(`${pick(adjectives, draws)} ${pick(nouns, draws)}`));
const word = content((draws) => pick(nouns, draws), withDash);
const digits = content((draws) => String(10_000 + draws.below(90_000)), bare);
const sentence = (draws: Draws): string =>
    `${capital(pick(verbs, draws))} the ${pick(adjectives, draws)} ${pick(nouns, draws)} ${pick(connectives, draws)} the ${pick(nouns, draws)}.`;
const prose = content((draws) => Array.from({ length: 1 + draws.below(4) }, () => sentence(draws)).join(" "));
const headline = content(
    (draws) =>
        `${capital(pick(verbs, draws))} the ${pick(adjectives, draws)} ${pick(nouns, draws)} ${pick(connectives, draws)} ${pick(adjectives, draws)} ${pick(nouns, draws)}`,
);
const person = content((draws) => `${pick(givenNames, draws)} ${pick(familyNames, draws)}`);
const login = content((draws) => `${pick(givenNames, draws)}.${pick(familyNames, draws)}`.toLowerCase(), withDash);
const domain = content(
    (draws) => `${pick(adjectives, draws)}-${pick(nouns, draws)}.example`,
    (text, number) => text.replace(".", `-${number}.`),
);
const email = content(
    (draws) => `${pick(givenNames, draws)}.${pick(familyNames, draws)}@${pick(nouns, draws)}.example`.toLowerCase(),
    (text, number) => text.replace("@", `${number}@`),
);
const url = content(
    (draws) => `https://${pick(nouns, draws)}.example/${pick(adjectives, draws)}-${pick(nouns, draws)}`,
    withDash,
);
const hash = content(
    (draws) => Array.from({ length: 8 }, () => draws.word().toString(16).padStart(8, "0")).join(""),
    (text, number) => number.toString(16).padStart(10, "0") + text.slice(10),
);
const code = content(
    (draws) => `${pick(nouns, draws).slice(0, 3).toUpperCase()}${1000 + draws.below(9000)}`,
    (text, number) => `${text.slice(0, 3)}${number}`,
);

/** Which texts suit a column: the first form that is found in its name, else in its comment, decides. */
const rules: readonly (readonly [RegExp, TextContent])[] = [
    [/e_?mail/, email],
    [/(^|_)(ur[il]|link|website|homepage|href|avatar|image)($|_)/, url],
    [/(domain|host_?name|(^|_)host$)/, domain],
    [
        /(phone|mobile|(^|_)(tel|fax)($|_))/,
        content(
            (draws) => `+351 2${draws.below(10)} ${100 + draws.below(900)} ${1000 + draws.below(9000)}`,
            (text, n) => text.slice(0, 6) + String(n).padStart(8, "0"),
        ),
    ],
    [/(password|_hash$|^hash|digest|checksum|token|secret|signature|sha\d|fingerprint|api_?key)/, hash],
    [/(first|given|fore)_?name/, content((draws) => pick(givenNames, draws))],
    [/(last|family|sur)_?name/, content((draws) => pick(familyNames, draws))],
    [/(user_?name|login|nick|handle|(^|_)account$)/, login],
    [
        /(full_?name|person|author|contact_?name|display_?name|(customer|member|employee|passenger|patient|owner)(_name)?$)/,
        person,
    ],
    [
        /(company|organi[sz]ation|vendor|supplier|publisher|brand|manufacturer)/,
        content((draws) => `${capital(pick(nouns, draws))} ${pick(companies, draws)}`),
    ],
    [/country/, content((draws) => pick(countries, draws))],
    [/(city|town|place)$/, content((draws) => pick(cities, draws))],
    [
        /(street|address(_?line)?\d?$)/,
        content((draws) => `${1 + draws.below(200)} ${capital(pick(nouns, draws))} Street`),
    ],
    [/(zip|post(al)?_?code|postcode)/, digits],
    [/currency/, content((draws) => pick(currencyCodes, draws))],
    [/(locale|lang(uage)?)/, content((draws) => pick(languageCodes, draws))],
    [/time_?zone|(^|_)tz$/, content((draws) => pick(timeZones, draws))],
    [/(mime|content_type|media_type)/, content((draws) => pick(mimeTypes, draws))],
    [/colou?r/, content((draws) => pick(colours, draws))],
    [
        /isbn/,
        content(
            (draws) => `978${String(draws.word()).padStart(10, "0")}`,
            (_text, n) => `978${String(n).padStart(10, "0")}`,
        ),
    ],
    [
        /iban/,
        content(
            (draws) => `AT61${String(draws.word()).padStart(16, "0")}`,
            (_text, n) => `AT61${String(n).padStart(16, "0")}`,
        ),
    ],
    [/(slug|permalink)/, slug],
    [
        /(file|path)(_?name)?$/,
        content(
            (draws) => `${pick(adjectives, draws)}-${pick(nouns, draws)}.txt`,
            (text, n) => text.replace(".", `-${n}.`),
        ),
    ],
    [/user_?agent/, content(() => "Mozilla/5.0 (X11; Linux x86_64)")],
    [/(^|_)ip(_|$)/, content((draws) => `10.${draws.below(256)}.${draws.below(256)}.${draws.below(256)}`)],
    [/(code|sku|(^|_)(ref|reference|number|no|serial)$|barcode|plate)/, code],
    [/(title|subject|headline|summary)/, headline],
    [
        /(description|body|content|text|comment|note|message|bio|about|reason|remark|abstract|details|answer|question)/,
        prose,
    ],
    [/(^|_)(tag|label|category|type|kind|status|state|level|role|group|genre|unit|method|channel)(_name)?$/, word],
    [/name$/, title],
];

/** Texts for a column of this name and comment; titles where neither says anything. */
export function textContent(name: string, comment: string): TextContent {
    const of = (text: string): TextContent | undefined => rules.find(([form]) => form.test(text))?.[1];
    return of(name.toLowerCase()) ?? of(wordsOf(comment)) ?? title;
}

/** The words of a comment as a name would have them, so that the same forms find them. */
function wordsOf(comment: string): string {
    return comment.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}

/** Codes of a fixed length that a name asks for. */
export function fixedCodes(name: string, length: number): readonly string[] | undefined {
    if (length === 2 && /country|nation/.test(name)) return countryCodes;
    if (length === 2 && /lang|locale/.test(name)) return languageCodes;
    return length === 3 && /currency/.test(name) ? currencyCodes : undefined;
}
