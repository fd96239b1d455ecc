import { ByteWriter } from "./byte-writer.ts";
import { zipf } from "./distributions.ts";
import type { Draws } from "./random.ts";

/** A way to write a text that differs from row to row. Parts are combined into phrases, phrases into sentences. */
export interface Prose {
    write(out: ByteWriter, draws: Draws): void;
}

/**
 * One of a list of words, the first the most frequent, by Zipf's law: with exponent 1 and 100 words the first makes up
 * 19 % of all draws and the last 0.2 %.
 */
export function words(list: readonly string[], exponent: number): Prose {
    const rank = zipf(list.length, exponent);
    const encoded = list.map(utf8);
    return { write: (out, draws) => out.bytes(encoded[rank.at(draws.fraction())] ?? nothing) };
}

/** Fixed text with other prose in between, as a template literal: phrase`fix ${symptom} in ${component}`. */
export function phrase(literals: TemplateStringsArray, ...parts: readonly Prose[]): Prose {
    const encoded = literals.map(utf8);
    const [first = nothing, ...others] = encoded;
    return {
        write: (out, draws) => {
            out.bytes(first);
            for (let i = 0; i < parts.length; i++) {
                parts[i]?.write(out, draws);
                out.bytes(others[i] ?? nothing);
            }
        },
    };
}

const nothing = new Uint8Array();
const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
    return encoder.encode(text);
}

/** One of several, all equally often. */
export function oneOf(...choices: readonly Prose[]): Prose {
    return { write: (out, draws) => choices[draws.below(choices.length)]?.write(out, draws) };
}

/** The given prose with a probability, else nothing. */
export function sometimes(probability: number, prose: Prose): Prose {
    return {
        write: (out, draws) => {
            if (draws.chance(probability)) prose.write(out, draws);
        },
    };
}

/** The given prose `least` to `most` times, separated by spaces; every number of times is equally likely. */
export function repeated(least: number, most: number, prose: Prose): Prose {
    return {
        write: (out, draws) => {
            const times = least + draws.below(most - least + 1);
            for (let i = 0; i < times; i++) {
                if (i > 0) out.text(" ");
                prose.write(out, draws);
            }
        },
    };
}

/** A whole number from `least` to `most`. */
export function numberFrom(least: number, most: number): Prose {
    return { write: (out, draws) => out.digits(least + draws.below(most - least + 1)) };
}

/** The same with a capital first letter. */
export function capitalised(prose: Prose): Prose {
    return {
        write: (out, draws) => {
            const start = out.length;
            prose.write(out, draws);
            out.capitalise(start);
        },
    };
}

/** Bytes of an ordinary sentence; longer ones make the buffer grow. */
const sentenceBytes = 256;

/** The text that prose yields for these draws, as a string. */
export function textOf(prose: Prose, draws: Draws): string {
    const out = new ByteWriter(sentenceBytes);
    prose.write(out, draws);
    return out.take().toString("utf8");
}
