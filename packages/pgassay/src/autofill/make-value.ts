import { dayMs } from "../data/calendar.ts";
import type { Draws } from "../data/random.ts";
import { regularExpression } from "./condition.ts";
import type { Pattern } from "./condition.ts";
import { numberContent, trueShare } from "./number-content.ts";
import { choicesLeft, highest, lowest } from "./restriction.ts";
import type { Restriction } from "./restriction.ts";
import type { Column } from "./schema.ts";
import { fixedCodes, textContent } from "./text-content.ts";
import { textMatching } from "./text-pattern.ts";
import { anyText, arrayText, bytesText } from "./value-type.ts";
import type { NumberType, TextType, Value, ValueType } from "./value-type.ts";
import { nouns } from "./vocabulary.ts";

/** What a value may depend on besides chance. */
export interface Circumstances {
    readonly row: number;
    readonly rows: number;
    /** How many candidates for the row have failed: the more, the less usual a value may be. */
    readonly attempt: number;
    /** Bounds that other columns of the row set. */
    readonly least?: number;
    readonly most?: number;
}

/** Makes one value of a column within a restriction; undefined where none is found. */
export type ValueMaker = (draws: Draws, restriction: Restriction, at: Circumstances) => Value | undefined;

/** How far an end lies behind its beginning at most where nothing says otherwise. */
const nearby = {
    date: 30 * dayMs,
    time: 10 * dayMs,
    clock: 4 * 3_600_000,
    interval: dayMs,
    integer: 100,
    decimal: 100,
};

/** Candidates after which a text need not be one that the name suggests: of these there may be too few. */
const usualAttempts = 2;

/** Characters of texts that are codes rather than words. */
const longestCode = 4;

function lettersOf({ maxLength }: TextType): Pattern {
    return { source: `^[A-Z]{${maxLength}}$`, ignoreCase: false };
}

/** Texts tried for one that fits every pattern. */
const textsTried = 20;

/** Makes values for a column as its type, name and comment suggest. */
export function valueMaker(column: Column, type: ValueType): ValueMaker {
    switch (type.kind) {
        case "number":
            return numberMaker(column, type);
        case "text":
            return textMaker(column, type);
        case "choice": {
            const share = trueShare(column.name);
            return (draws, restriction) => {
                const left = choicesLeft(type, restriction) ?? [];
                if (left.length === 2 && type.values[0] === "true") return draws.chance(share) ? "true" : "false";
                return left[draws.below(left.length)];
            };
        }
        case "array":
            return (draws, { allowed, minLength = 0, maxLength = 4 }) => {
                if (allowed) return allowed[draws.below(allowed.length)];
                const length = minLength + draws.below(Math.min(maxLength, minLength + 3) - minLength + 1);
                return arrayText(Array.from({ length }, () => anyText(type.element, draws)));
            };
        case "json":
            return (draws, { allowed, jsonKind, minLength = 0, maxLength = 3 }) =>
                allowed
                    ? allowed[draws.below(allowed.length)]
                    : jsonText(jsonKind, Math.min(Math.max(minLength, 1), maxLength), draws);
        case "bytes":
            return (draws, { minLength = type.isBits ? 1 : 8, maxLength = Infinity }) => {
                const least = Math.max(minLength, type.minLength);
                const most = Math.min(maxLength, type.maxLength, Math.max(least, 32));
                return bytesText(type, draws, least + draws.below(most - least + 1));
            };
        case "raw":
            return (draws, { allowed }) => (allowed ? allowed[draws.below(allowed.length)] : type.make(draws));
    }
}

function numberMaker({ name }: Column, type: NumberType): ValueMaker {
    const usual = numberContent(name, type);
    return (draws, restriction, { row, rows, attempt, least = -Infinity, most = Infinity }) => {
        const choices = choicesLeft(type, restriction);
        const low = Math.max(lowest(type, restriction), least);
        const high = Math.min(highest(type, restriction), most);
        if (choices !== undefined) {
            const left = choices.filter((value) => Number(value) >= low && Number(value) <= high);
            return left[draws.below(left.length)];
        }
        let from = Math.max(low, usual.least);
        let to = Math.min(high, usual.most);
        if (Number.isFinite(least)) {
            from = low;
            to = Math.min(high, low + nearby[type.flavour]);
        } else if (from > to) {
            from = low > usual.most ? low : Math.max(low, high - nearby[type.flavour]);
            to = Math.min(high, from + nearby[type.flavour]);
        }
        if (from > to) return undefined;
        let fraction = draws.fraction();
        if (usual.growsWithRows) {
            // What a check wants may lie far from where the row would have its turn.
            const reach = 1 + attempt * Math.max(1, rows / 200);
            fraction = Math.min((row + fraction * reach) / Math.max(rows, 1), 1);
        } else if (usual.isSkewed) fraction **= 3;
        const value = onStep(from + fraction * (to - from), type.step, low, high);
        if (value === undefined || !restriction.forbidden?.includes(value)) return value;
        return [value + type.step, value - type.step].find(
            (other) => other >= low && other <= high && !restriction.forbidden?.includes(other),
        );
    };
}

/** The nearest value of the type within the bounds. */
export function onStep(value: number, step: number, low: number, high: number): number | undefined {
    const tolerance = 1e-9;
    const steps = Math.min(
        Math.max(Math.round(value / step), Math.ceil(low / step - tolerance)),
        Math.floor(high / step + tolerance),
    );
    const result = steps * step;
    // A fraction of ten is no binary fraction: what is left of the product is noise.
    const clean = step < 1 ? Number(result.toFixed(10)) : result;
    return clean < low - tolerance * Math.max(1, Math.abs(low)) ? undefined : clean;
}

function textMaker({ name, comment }: Column, type: TextType): ValueMaker {
    const content = textContent(name, comment);
    const codes = fixedCodes(name, type.maxLength);
    return (draws, restriction, { attempt }) => {
        const choices = choicesLeft(type, restriction);
        if (choices !== undefined) return choices[draws.below(choices.length)];
        const { patterns = [], forbidden = [] } = restriction;
        for (let i = 0; i < textsTried; i++) {
            const positive = patterns.find(({ isNegated }) => !isNegated);
            const isPlain = i === 0 && attempt < usualAttempts;
            const drawn = codes ? (codes[draws.below(codes.length)] ?? "") : content.make(draws);
            // A text that the name suggests is nicer than one that only has the right form.
            const text =
                isPlain || (positive === undefined && type.maxLength > longestCode)
                    ? fitText(drawn, type, restriction)
                    : textMatching(positive ?? lettersOf(type), draws);
            if (text === undefined) return undefined;
            const shaped = changedBy(text, restriction.unchangedBy);
            if (forbidden.includes(shaped) || !fitsLength(shaped, type, restriction)) continue;
            const fits = patterns.every((pattern) => {
                const matches = regularExpression(pattern)?.test(shaped);
                return matches === undefined || matches !== pattern.isNegated;
            });
            if (fits) return shaped;
        }
        return undefined;
    };
}

/** A text cut or lengthened so that its length is right. */
export function fitText(text: string, type: TextType, { minLength = 0, maxLength = Infinity }: Restriction): string {
    const most = Math.min(type.maxLength, maxLength);
    const least = Math.max(minLength, type.isFixed ? type.maxLength : 0);
    // Most texts fit as they are, and counting characters takes longer than making them.
    if (text.length <= most && text.length >= least && !text.endsWith(" ")) return text;
    let fitted = Array.from(text).slice(0, most).join("").trimEnd();
    // A name is more likely one word than a half.
    if (fitted.length < text.length && fitted.includes(" ") && most < 40) {
        fitted = fitted.slice(0, fitted.lastIndexOf(" "));
    }
    for (let i = 0; fitted.length < least; i++)
        fitted += i % 2 === 0 && !type.isFixed ? " " : (nouns[i % nouns.length] ?? "");
    return fitted.slice(0, most).replace(/ $/, "s");
}

function fitsLength(text: string, type: TextType, { minLength = 0, maxLength = Infinity }: Restriction): boolean {
    const most = Math.min(maxLength, type.maxLength);
    if (minLength === 0 && text.length <= most) return true;
    const { length } = Array.from(text);
    return length >= minLength && length <= most;
}

/** What is left after functions have been applied that the value must be equal under. */
export function changedBy(text: string, functions: readonly string[] = []): string {
    return functions.reduce((changed, name) => {
        if (name === "lower") return changed.toLowerCase();
        if (name === "upper") return changed.toUpperCase();
        return name.endsWith("trim") ? changed.trim() : changed;
    }, text);
}

function jsonText(kind: string | undefined, length: number, draws: Draws): string {
    const word = (): string => nouns[draws.below(nouns.length)] ?? "";
    switch (kind) {
        case "array":
            return JSON.stringify(Array.from({ length }, word));
        case "string":
            return JSON.stringify(word());
        case "number":
            return String(draws.below(1000));
        case "boolean":
            return String(draws.chance(0.5));
        case "null":
            return "null";
        default:
            return JSON.stringify({ [word()]: draws.below(100), colour: word() });
    }
}
