import { stride } from "./byte-writer.ts";
import type { Discrete } from "./distributions.ts";
import type { Prose } from "./prose.ts";
import { guideBits, instruction, type ProseCode, undecided } from "./prose-code.ts";

/** The largest number that is written. */
const mostNumber = 1e9;

/** Text, and where in the code its place is to be written. */
interface Literal {
    readonly operand: number;
    text: string;
}

/** Words, and what follows whichever of them is drawn. */
interface WordList {
    readonly words: readonly string[];
    readonly rank: Discrete;
    suffix: string;
}

/**
 * Compiles prose into a list of instructions: a sentence is put together from a dozen parts, and calling a function
 * for each takes longer than everything the functions do.
 */
export class ProseProgram {
    readonly #code: number[] = [];
    readonly #literals: Literal[] = [];
    readonly #lists: WordList[] = [];
    readonly #chances: number[] = [];
    #registers = 0;
    /** The most bytes that can be written up to the present instruction. */
    #most = 0;
    /** Takes more text at its end, if the last instruction is one that can. */
    #extend: ((text: string) => void) | undefined;

    /** Text as it is. */
    literal(text: string): void {
        if (text === "") return;
        this.#most += Buffer.byteLength(text);
        if (this.#extend !== undefined) {
            this.#extend(text);
            return;
        }
        const literal = { operand: this.#emit(instruction.copy, 0, 0) - 2, text };
        this.#literals.push(literal);
        this.#extend = (more) => (literal.text += more);
    }

    /** One word of a list. */
    word(words: readonly string[], rank: Discrete): void {
        const list: WordList = { words, rank, suffix: "" };
        this.#emit(instruction.word, this.#lists.push(list) - 1);
        this.#most += Math.max(...words.map((each) => Buffer.byteLength(each)));
        this.#extend = (text) => (list.suffix += text);
    }

    /** One of several, all equally often. */
    choice(choices: readonly Prose[]): void {
        const table = this.#emit(instruction.choice, choices.length, ...choices.map(() => 0)) - choices.length;
        const before = this.#most;
        let most = before;
        const ends: number[] = [];
        for (const [i, each] of choices.entries()) {
            this.#comeHere(table + i);
            this.#most = before;
            each.compile(this);
            most = Math.max(most, this.#most);
            ends.push(this.#emit(instruction.jump, 0) - 1);
        }
        for (const operand of ends) this.#comeHere(operand);
        this.#most = most;
    }

    /** The given prose with a probability, else nothing. */
    sometimes(probability: number, part: Prose): void {
        const otherwise = this.#emit(instruction.chance, this.#chances.push(probability) - 1, 0) - 1;
        part.compile(this);
        this.#comeHere(otherwise);
    }

    /** The given prose so many times, separated by spaces. */
    repeated(least: number, most: number, part: Prose): void {
        const register = this.#registers++;
        const first = this.#emit(instruction.times, register, least, most - least + 1, 0);
        const before = this.#most;
        part.compile(this);
        this.#most = before + most * (this.#most - before + 1);
        this.#emit(instruction.again, register, first);
        this.#comeHere(first - 1);
    }

    /**
     * A whole number.
     *
     * @throws a RangeError when some are negative or above a billion
     */
    number(least: number, most: number): void {
        if (least < 0 || most > mostNumber) throw new RangeError(`prose has no numbers from ${least} to ${most}`);
        this.#emit(instruction.number, least, most - least + 1);
        this.#most += String(most).length;
    }

    /** The given prose with a capital first letter. */
    capitalised(part: Prose): void {
        const register = this.#registers++;
        this.#emit(instruction.mark, register);
        part.compile(this);
        this.#emit(instruction.capitalise, register);
    }

    /** Everything that was compiled. */
    finish(): ProseCode {
        this.#emit(instruction.end);
        const text = new TextTable();
        for (const literal of this.#literals) this.#code.splice(literal.operand, 2, ...text.add(literal.text));
        const firsts: number[] = [];
        const words: number[] = [];
        for (const list of this.#lists) {
            firsts.push(words.length);
            for (const each of list.words) words.push(...text.add(each + list.suffix));
        }
        return {
            code: Int32Array.from(this.#code),
            text: text.finish(),
            words: Int32Array.from(words),
            guides: Int32Array.from(this.#lists.flatMap(({ rank }, list) => guideOf(rank, firsts[list] ?? 0))),
            ranks: this.#lists.map(({ rank }) => rank),
            firsts: Int32Array.from(firsts),
            chances: Float64Array.from(this.#chances),
            registers: new Int32Array(this.#registers),
            most: this.#most + stride,
        };
    }

    /** Appends an instruction, and says where the next one begins. */
    #emit(...words: readonly number[]): number {
        this.#extend = undefined;
        this.#code.push(...words);
        return this.#code.length;
    }

    /** Lets a jump, whose operand was left open, lead to the next instruction. */
    #comeHere(operand: number): void {
        this.#extend = undefined;
        this.#code[operand] = this.#code.length;
    }
}

/** For all values of the leading bits of a random number, where the word is, or `undecided`. */
function guideOf(rank: Discrete, first: number): number[] {
    const steps = 2 ** guideBits;
    return Array.from({ length: steps }, (_, step) => {
        const [lowest, highest] = [rank.at(step / steps), rank.at((step + 1) / steps - 2 ** -32)];
        return lowest === highest ? first + 2 * lowest : undecided;
    });
}

/** All texts of a program one after the other, each of them once. */
class TextTable {
    readonly #places = new Map<string, readonly [offset: number, length: number]>();
    readonly #bytes: Buffer[] = [];
    #length = 0;

    add(text: string): readonly [offset: number, length: number] {
        let place = this.#places.get(text);
        if (place === undefined) {
            const bytes = Buffer.from(text, "utf8");
            place = [this.#length, bytes.length];
            this.#places.set(text, place);
            this.#bytes.push(bytes);
            this.#length += bytes.length;
        }
        return place;
    }

    finish(): DataView {
        const text = new Uint8Array(this.#length + stride);
        text.set(Buffer.concat(this.#bytes));
        return new DataView(text.buffer);
    }
}
