import { ByteWriter } from "./byte-writer.ts";
import { zipf } from "./distributions.ts";
import { type ProseCode, runProse } from "./prose-code.ts";
import { ProseProgram } from "./prose-program.ts";
import type { Draws } from "./random.ts";

/** A way to write a text that differs from row to row. Parts are combined into phrases, phrases into sentences. */
export interface Prose {
    /** Appends the text that these draws choose. */
    write(out: ByteWriter, draws: Draws): void;
    /** Appends the instructions for this text to those of a larger one. */
    compile(program: ProseProgram): void;
}

/** What is combined is compiled as a whole, when the first text of it is written. */
function prose(compile: (program: ProseProgram) => void): Prose {
    let code: ProseCode | undefined;
    return {
        compile,
        write: (out, draws) => {
            if (code === undefined) {
                const program = new ProseProgram();
                compile(program);
                code = program.finish();
            }
            runProse(code, out, draws);
        },
    };
}

/**
 * One of a list of words, the first the most frequent, by Zipf's law: with exponent 1 and 100 words the first makes up
 * 19 % of all draws and the last 0.2 %.
 */
export function words(list: readonly string[], exponent: number): Prose {
    const rank = zipf(list.length, exponent);
    return prose((program) => program.word(list, rank));
}

/** Fixed text with other prose in between, as a template literal: phrase`fix ${symptom} in ${component}`. */
export function phrase(literals: TemplateStringsArray, ...parts: readonly Prose[]): Prose {
    return prose((program) => {
        for (const [i, literal] of literals.entries()) {
            program.literal(literal);
            parts[i]?.compile(program);
        }
    });
}

/** One of several, all equally often. */
export function oneOf(...choices: readonly Prose[]): Prose {
    return prose((program) => program.choice(choices));
}

/** The given prose with a probability, else nothing. */
export function sometimes(probability: number, part: Prose): Prose {
    return prose((program) => program.sometimes(probability, part));
}

/** The given prose `least` to `most` times, separated by spaces; every number of times is equally likely. */
export function repeated(least: number, most: number, part: Prose): Prose {
    return prose((program) => program.repeated(least, most, part));
}

/** A whole number from `least` to `most`, neither below 0 nor above a billion. */
export function numberFrom(least: number, most: number): Prose {
    return prose((program) => program.number(least, most));
}

/** The same with a capital first letter, if that is one of a to z. */
export function capitalised(part: Prose): Prose {
    return prose((program) => program.capitalised(part));
}

/** Bytes of an ordinary sentence; longer ones make the buffer grow. */
const sentenceBytes = 256;

/** The text that prose yields for these draws, as a string. */
export function textOf(part: Prose, draws: Draws): string {
    const out = new ByteWriter(sentenceBytes);
    part.write(out, draws);
    return out.take().toString("utf8");
}
