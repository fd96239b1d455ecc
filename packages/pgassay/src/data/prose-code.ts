import { type ByteWriter, copyText, writeDigits } from "./byte-writer.ts";
import type { Discrete } from "./distributions.ts";
import { type Draws, golden, mixBits } from "./random.ts";

/**
 * The instructions that prose is compiled to, each with its operands. Those from `word` on use up a random number
 * each.
 */
export const instruction = {
    end: 0,
    /** Where the bytes begin, how many there are. */
    copy: 1,
    /** Where to go on. */
    jump: 2,
    /** Register of the times that are left, where to go on if there are any. */
    again: 3,
    /** Register that takes the present position. */
    mark: 4,
    /** Register of the position of a letter. */
    capitalise: 5,
    /** Number of the list. */
    word: 6,
    /** How many choices, where each begins. */
    choice: 7,
    /** Number of the probability, where to go on if it does not come true. */
    chance: 8,
    /** Register, least times, how many different times, where to go on if it is none. */
    times: 9,
    /** Least value, how many different values. */
    number: 10,
} as const;

/** A list of words is looked up by so many leading bits of a random number, which mostly decide the word. */
export const guideBits = 9;

/** In a guide: the leading bits do not decide. */
export const undecided = -1;

/** Compiled prose, in the form in which it runs fastest. */
export interface ProseCode {
    readonly code: Int32Array;
    /** All text there is, and as much more as a copy may read. */
    readonly text: DataView;
    /** Of each word of each list, where it begins in the text and how long it is. */
    readonly words: Int32Array;
    /** Of each list, for all values of the leading bits, where in `words` the word is. */
    readonly guides: Int32Array;
    readonly ranks: readonly Discrete[];
    /** Of each list, where in `words` it begins. */
    readonly firsts: Int32Array;
    readonly chances: Float64Array;
    readonly registers: Int32Array;
    /** The most bytes that can be written, and as many more as a copy may write. */
    readonly most: number;
}

const { end, copy, jump, again, mark, capitalise, word, choice, chance, times } = instruction;

/** Appends the text that these draws choose. */
export function runProse(prose: ProseCode, out: ByteWriter, draws: Draws): void {
    const { code, text, words, guides, registers } = prose;
    const target = out.room(prose.most);
    const start = out.length;
    const { key } = draws;
    let { state } = draws;
    // Worked out one instruction ahead: by the time it is known what to do with it, the processor has the number.
    let ahead = mixBits(mixBits((state + golden) | 0) ^ key);
    let at = start;
    let next = 0;
    for (;;) {
        const kind = code[next] ?? end;
        const first = code[next + 1] ?? 0;
        const second = code[next + 2] ?? 0;
        if (kind >= word) {
            const drawn = ahead >>> 0;
            state = (state + golden) | 0;
            ahead = mixBits(mixBits((state + golden) | 0) ^ key);
            const fraction = drawn / 0x1_0000_0000;
            if (kind === word) {
                const guide = guides[(first << guideBits) + (drawn >>> (32 - guideBits))] ?? 0;
                const place = guide === undecided ? exactPlace(prose, first, fraction) : guide;
                const length = words[place + 1] ?? 0;
                copyText(text, words[place] ?? 0, target, at, length);
                at += length;
                next += 2;
            } else if (kind === choice) {
                next = code[next + 2 + Math.floor(fraction * first)] ?? 0;
            } else if (kind === chance) {
                next = fraction < (prose.chances[first] ?? 0) ? next + 3 : second;
            } else if (kind === times) {
                const count = second + Math.floor(fraction * (code[next + 3] ?? 0));
                registers[first] = count;
                next = count > 0 ? next + 5 : (code[next + 4] ?? 0);
            } else {
                at = writeDigits(target, at, first + Math.floor(fraction * second));
                next += 3;
            }
        } else if (kind === copy) {
            copyText(text, first, target, at, second);
            at += second;
            next += 3;
        } else if (kind === jump) {
            next = first;
        } else if (kind === again) {
            const left = (registers[first] ?? 0) - 1;
            registers[first] = left;
            if (left > 0) target.setUint8(at++, 0x20);
            next = left > 0 ? second : next + 3;
        } else if (kind === mark) {
            registers[first] = at;
            next += 2;
        } else if (kind === capitalise) {
            const letter = registers[first] ?? at;
            const code = letter < at ? target.getUint8(letter) : 0;
            if (code >= 0x61 && code <= 0x7a) target.setUint8(letter, code - 0x20);
            next += 2;
        } else {
            break;
        }
    }
    draws.state = state;
    out.advance(at - start);
}

function exactPlace({ ranks, firsts }: ProseCode, list: number, fraction: number): number {
    return (firsts[list] ?? 0) + 2 * (ranks[list]?.at(fraction) ?? 0);
}
