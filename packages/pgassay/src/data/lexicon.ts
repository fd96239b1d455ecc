import type { Table } from "./model.ts";
import { TextStore } from "./text-store.ts";

/**
 * Asks a server what a text search configuration makes of some pieces of text, each by itself. The answer has for each,
 * in their order: how many positions it takes up (stop words take up theirs and leave nothing), how many bytes follow,
 * and its vector in the binary format.
 */
export type LexemeSource = (config: string, pieces: readonly string[]) => Promise<Uint8Array>;

/** Above so many pieces a lexicon is begun anew: texts full of numbers would make it grow forever. */
const mostPieces = 1 << 17;

/** What of a position in the binary format is not its weight. */
const positionBits = 0x3fff;

/** Slots for each piece, so that a search rarely meets another one's. */
const slotsPerPiece = 4;

const firstSlots = 1 << 12;

/** Start and factor of the hash of a piece: FNV-1a of 32 bits (Fowler, Noll and Vo; public domain). */
export const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

/** The hash that goes on from `hash` with one more byte. */
export function hashByte(hash: number, byte: number): number {
    return Math.imul(hash ^ byte, hashFactor);
}

/**
 * What one configuration makes of pieces of text, as far as it was asked for. Whoever does not find a piece says that
 * it is wanted, goes on with something else, and tries again when it was learnt.
 *
 * An entry is a number of positions, a number of lexemes, and for each of these its number and its position.
 */
export class Lexicon {
    /** All entries, one after the other. */
    entries: number[] = [];
    /** All lexemes by their numbers, each with a zero behind it. */
    lexemes = new TextStore();
    /** Of each lexeme, what sorts it: its first six bytes as a number. Those that are equal differ further on. */
    sortKeys: number[] = [];
    readonly #config: string;
    readonly #source: LexemeSource;
    readonly #numbers = new Map<string, number>();
    #pieces = new TextStore();
    #hashes: number[] = [];
    #places: number[] = [];
    /** By the lowest bits of the hash: number of the piece and 1, or 0. */
    #slots = new Int32Array(firstSlots);
    readonly #wanted = new Set<string>();
    #asked: ReadonlySet<string> = new Set();
    #asking: Promise<void> | undefined;
    #next: Promise<void> | undefined;

    constructor(config: string, source: LexemeSource) {
        this.#config = config;
        this.#source = source;
    }

    /** Where the entry of a piece is, given its hash; -1 if it is unknown. */
    find(view: DataView, from: number, end: number, hash: number): number {
        const slots = this.#slots;
        const mask = slots.length - 1;
        for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
            const piece = (slots[slot] ?? 0) - 1;
            if (piece < 0) return -1;
            if (this.#hashes[piece] === hash && this.#pieces.equals(piece, view, from, end)) {
                return this.#places[piece] ?? -1;
            }
        }
    }

    /** Says that a piece is to be learnt. */
    want(piece: string): void {
        if (!this.#asked.has(piece)) this.#wanted.add(piece);
    }

    /** Asks for everything that is wanted, together with whatever is by the time the question before is answered. */
    learn(): Promise<void> {
        return (this.#next ??= this.#ask());
    }

    async #ask(): Promise<void> {
        // Who asked the question before hears of it when it fails.
        await this.#asking?.catch(() => {});
        this.#asking = this.#next;
        this.#next = undefined;
        const pieces = [...this.#wanted];
        if (pieces.length === 0) return;
        this.#asked = new Set(pieces);
        this.#wanted.clear();
        try {
            this.#enterAll(pieces, await this.#source(this.#config, pieces));
        } finally {
            this.#asked = new Set();
        }
    }

    #enterAll(pieces: readonly string[], answer: Uint8Array): void {
        if (this.#hashes.length + pieces.length > mostPieces) this.#forget();
        const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.length);
        let at = 0;
        for (const piece of pieces) {
            const length = bytes.readInt32BE(at + 4);
            this.#enter(Buffer.from(piece), bytes.readInt32BE(at), bytes.subarray(at + 8, at + 8 + length));
            at += 8 + length;
        }
    }

    #enter(piece: Buffer, positions: number, vector: Buffer): void {
        this.#places.push(this.entries.length);
        this.#hashes.push(hashOf(piece));
        const number = this.#pieces.add(piece);
        if ((number + 1) * slotsPerPiece > this.#slots.length) this.#grow();
        else this.#put(number);
        const count = this.entries.push(positions, 0) - 1;
        let at = 4;
        for (let left = vector.readInt32BE(0); left > 0; left--) {
            const end = vector.indexOf(0, at) + 1;
            const lexeme = this.#numberOf(vector.subarray(at, end));
            at = end + 2;
            for (let times = vector.readUInt16BE(end); times > 0; times--, at += 2) {
                this.entries.push(lexeme, vector.readUInt16BE(at) & positionBits);
            }
        }
        this.entries[count] = (this.entries.length - count - 1) / 2;
    }

    #numberOf(lexeme: Buffer): number {
        const text = lexeme.toString("latin1");
        let number = this.#numbers.get(text);
        if (number === undefined) {
            number = this.lexemes.add(lexeme);
            this.#numbers.set(text, number);
            const start = Buffer.alloc(6);
            lexeme.copy(start);
            this.sortKeys.push(start.readUIntBE(0, 6));
        }
        return number;
    }

    #put(piece: number): void {
        const mask = this.#slots.length - 1;
        let slot = (this.#hashes[piece] ?? 0) & mask;
        while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
        this.#slots[slot] = piece + 1;
    }

    #grow(): void {
        this.#slots = new Int32Array(this.#slots.length * 2);
        for (let piece = 0; piece < this.#hashes.length; piece++) this.#put(piece);
    }

    #forget(): void {
        this.entries = [];
        this.lexemes = new TextStore();
        this.sortKeys = [];
        this.#numbers.clear();
        this.#pieces = new TextStore();
        this.#hashes = [];
        this.#places = [];
        this.#slots = new Int32Array(firstSlots);
    }
}

/** The lexicons of all configurations that some tables need. */
export class Lexicons {
    readonly #source: LexemeSource;
    readonly #lexicons = new Map<string, Lexicon>();

    /** Asks for all words that are foreseen, without waiting for the answer. */
    constructor(source: LexemeSource, tables: readonly Pick<Table, "searchVectors">[]) {
        this.#source = source;
        for (const { config, foreseen } of tables.flatMap((table) => Object.values(table.searchVectors))) {
            for (const word of foreseen?.() ?? []) this.of(config).want(` ${word}`);
        }
        // If it fails, whoever needs a word asks again and is told why.
        this.learn().catch(() => {});
    }

    of(config: string): Lexicon {
        let lexicon = this.#lexicons.get(config);
        if (lexicon === undefined) {
            lexicon = new Lexicon(config, this.#source);
            this.#lexicons.set(config, lexicon);
        }
        return lexicon;
    }

    /** Asks for everything that any of them wants. */
    async learn(): Promise<void> {
        await Promise.all([...this.#lexicons.values()].map((lexicon) => lexicon.learn()));
    }
}

function hashOf(piece: Uint8Array): number {
    let hash = hashStart;
    for (const byte of piece) hash = hashByte(hash, byte);
    return hash;
}
