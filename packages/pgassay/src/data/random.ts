/** Two to the power of 32, the number of values a 32-bit word can take. */
const words = 0x1_0000_0000;

/** The golden ratio as a 32-bit fraction, signed: the step with which a Weyl sequence visits every word once. */
export const golden = 0x9e3779b9 | 0;

/**
 * Spreads a 32-bit word so that every input bit changes every output bit with a probability near one half, and no two
 * inputs share an output. It is the finaliser of MurmurHash3 (Austin Appleby, 2011, public domain).
 *
 * @returns a whole number from 0 to 2³² − 1
 */
export function mix(word: number): number {
    return mixBits(word) >>> 0;
}

/**
 * What `mix` returns, as a signed number: one whose 32 bits matter and not its value. V8 keeps signed words of 32 bits
 * wherever they go; an unsigned one that is returned or stored takes an allocation.
 */
export function mixBits(word: number): number {
    let h = word;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return h ^ (h >>> 16);
}

/** Absorbs a text into a word, character by character, so that texts that differ anywhere end in unrelated words. */
function absorb(word: number, text: string): number {
    let h = word;
    for (let i = 0; i < text.length; i++) h = mix(h ^ text.charCodeAt(i)) + golden;
    return mix(h ^ text.length);
}

/**
 * A source of random numbers that remembers nothing: what it yields for a row follows from the seed, its name and the
 * number of the row alone, so rows may be made in any order, twice, or by several threads.
 *
 * A stream is named after what it decides: `new Stream(seed, "tasks.status")`. Streams of different names are
 * independent. Over all rows the first word of a stream is a permutation of the 32-bit words, so it never repeats.
 */
export class Stream {
    readonly #rowKey: number;
    readonly #wordKey: number;
    readonly #draws = new Draws();

    constructor(seed: number, name: string) {
        // Two starting words without structure, the first 64 binary places of pi, make the two keys independent.
        this.#rowKey = absorb(0x243f6a88, `${seed} ${name}`);
        this.#wordKey = absorb(0x85a308d3, `${seed} ${name}`);
    }

    /** 32 random bits, as a signed number; different for every row. */
    bits(row: number): number {
        return mixBits(mixBits(row ^ this.#rowKey) ^ this.#wordKey);
    }

    /** The same bits as a whole number from 0 to 2³² − 1. */
    word(row: number): number {
        return this.bits(row) >>> 0;
    }

    /** A number from 0 up to but not 1, in steps of 2⁻³². */
    fraction(row: number): number {
        return (this.bits(row) >>> 0) / words;
    }

    /** A whole number from 0 up to but not `bound`, which is at most 2³². */
    below(row: number, bound: number): number {
        return Math.floor(this.fraction(row) * bound);
    }

    /** True for about `probability` of all rows. */
    chance(row: number, probability: number): boolean {
        return this.fraction(row) < probability;
    }

    /**
     * As many random numbers for one row as are asked for, in order. The object is the stream's own and starts again
     * with the next call of `draws`: use it up before that.
     */
    draws(row: number): Draws {
        const state = mixBits(row ^ this.#rowKey);
        return this.#draws.restart(state, mixBits(state ^ this.#wordKey));
    }
}

/** A sequence of random numbers that belongs to one row of one stream. */
export class Draws {
    /** How far the sequence has come; for whoever draws many numbers at once and says afterwards where it stands. */
    state = 0;
    /** What sets the sequences of two rows apart that happen to walk over the same states. */
    key = 0;

    /** Begins the sequence that belongs to these two words. */
    restart(state: number, key: number): this {
        this.state = state;
        this.key = key;
        return this;
    }

    /** 32 random bits, as a signed number. */
    bits(): number {
        const state = (this.state + golden) | 0;
        this.state = state;
        return mixBits(mixBits(state) ^ this.key);
    }

    /** A whole number from 0 to 2³² − 1. */
    word(): number {
        return this.bits() >>> 0;
    }

    /** A number from 0 up to but not 1, in steps of 2⁻³². */
    fraction(): number {
        return (this.bits() >>> 0) / words;
    }

    /** A whole number from 0 up to but not `bound`. */
    below(bound: number): number {
        return Math.floor(this.fraction() * bound);
    }

    /** True with the given probability. */
    chance(probability: number): boolean {
        return this.fraction() < probability;
    }
}
