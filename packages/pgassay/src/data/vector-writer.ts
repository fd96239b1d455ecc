import { type ByteWriter, copyText, stride } from "./byte-writer.ts";
import { hashByte, hashStart, type Lexicon } from "./lexicon.ts";
import type { Weight } from "./search-vector.ts";

/** PostgreSQL's limits (`tsearch/ts_type.h`): later words have the last position; further ones of a lexeme are left out. */
const lastPosition = 16_383;
const mostPositions = 256;
/** The same limit in what `to_tsvector` makes. */
const mostPositionsInPart = 255;

/** The two bits above a position. */
const weightBits: Readonly<Record<Weight, number>> = { A: 0xc000, B: 0x8000, C: 0x4000, D: 0 };

const space = 0x20;
const less = 0x3c;

/** Above so many lexemes a row's are sorted by the built-in function. */
const mostInserted = 64;

/**
 * Puts search vectors together from what a lexicon says of the pieces of each text, which are its words with the space
 * before them. PostgreSQL's parser begins anew at each space, so that the vector of a text is that of its pieces one
 * after the other. Only in tags it does not: a text with a `<` is one piece.
 */
export class VectorWriter {
    readonly #lexicon: Lexicon;
    /** The entries of the pieces of one text. */
    readonly #found: number[] = [];
    /** The lexemes of the vector, first in the order in which they came, and what sorts them. */
    readonly #lexemes: number[] = [];
    readonly #keys: number[] = [];
    #count = 0;
    /** Positions with their weights, and which one of the same lexeme is next. */
    readonly #positions: number[] = [];
    readonly #following: number[] = [];
    #placed = 0;
    /** The greatest position so far, without its weight. */
    #greatest = 0;
    /** By lexeme: how many positions it has, the first and the last of them. */
    #times = new Int32Array();
    #first = new Int32Array();
    #last = new Int32Array();

    constructor(lexicon: Lexicon) {
        this.#lexicon = lexicon;
    }

    /** Starts with an empty vector. */
    restart(): void {
        for (let i = 0; i < this.#count; i++) this.#times[this.#lexemes[i] ?? 0] = 0;
        this.#count = 0;
        this.#placed = 0;
        this.#greatest = 0;
        const lexemes = this.#lexicon.sortKeys.length;
        if (this.#times.length >= lexemes) return;
        const capacity = 2 * lexemes;
        this.#times = new Int32Array(capacity);
        this.#first = new Int32Array(capacity);
        this.#last = new Int32Array(capacity);
    }

    /** Joins the vector of a text; false if the lexicon lacks pieces of it, which it now wants. */
    add(view: DataView, from: number, end: number, weight: Weight): boolean {
        const pieces = this.#cut(view, from, end);
        if (pieces < 0) return false;
        const { entries } = this.#lexicon;
        const bits = weightBits[weight];
        const before = this.#greatest;
        const firstPlace = this.#placed;
        let passed = 0;
        for (let piece = 0; piece < pieces; piece++) {
            const entry = this.#found[piece] ?? 0;
            const last = entry + 2 * (entries[entry + 1] ?? 0);
            for (let i = entry + 2; i <= last; i += 2) {
                const lexeme = entries[i] ?? 0;
                const position = Math.min(lastPosition, before + passed + (entries[i + 1] ?? 0));
                if (!this.#isFull(lexeme, firstPlace)) this.#place(lexeme, position, bits);
            }
            passed += entries[entry] ?? 0;
        }
        return true;
    }

    /** Finds the entries of all pieces of a text and says how many they are; -1 if the lexicon lacks some. */
    #cut(view: DataView, from: number, end: number): number {
        const lexicon = this.#lexicon;
        let pieces = 0;
        let isComplete = true;
        for (let start = from, at = from; start < end; start = at) {
            let hash = hashStart;
            let byte = view.getUint8(at);
            do {
                hash = hashByte(hash, byte);
                if (byte === less) return this.#findWhole(view, from, end);
                if (++at === end) break;
                byte = view.getUint8(at);
            } while (byte !== space);
            const entry = lexicon.find(view, start, at, hash);
            if (entry < 0) {
                lexicon.want(textAt(view, start, at));
                isComplete = false;
            }
            this.#found[pieces++] = entry;
        }
        return isComplete ? pieces : -1;
    }

    /** The same with a text that is one piece. */
    #findWhole(view: DataView, from: number, end: number): number {
        let hash = hashStart;
        for (let at = from; at < end; at++) hash = hashByte(hash, view.getUint8(at));
        const entry = this.#lexicon.find(view, from, end, hash);
        if (entry < 0) {
            this.#lexicon.want(textAt(view, from, end));
            return -1;
        }
        this.#found[0] = entry;
        return 1;
    }

    /** Whether a lexeme has so many positions, or one so far behind, that PostgreSQL gives it no more. */
    #isFull(lexeme: number, firstOfPart: number): boolean {
        const times = this.#times[lexeme] ?? 0;
        if (times === 0) return false;
        const last = this.#positions[this.#last[lexeme] ?? 0] ?? 0;
        if (times === mostPositions || (last & lastPosition) === lastPosition) return true;
        if (times < mostPositionsInPart) return false;
        let timesInPart = 0;
        for (let place = this.#first[lexeme] ?? -1; place >= 0; place = this.#following[place] ?? -1) {
            if (place >= firstOfPart) timesInPart++;
        }
        return timesInPart === mostPositionsInPart;
    }

    #place(lexeme: number, position: number, weight: number): void {
        const place = this.#placed++;
        const times = this.#times[lexeme] ?? 0;
        if (times === 0) {
            this.#keys[this.#count] = this.#lexicon.sortKeys[lexeme] ?? 0;
            this.#lexemes[this.#count++] = lexeme;
            this.#first[lexeme] = place;
        } else {
            this.#following[this.#last[lexeme] ?? 0] = place;
        }
        this.#positions[place] = position | weight;
        this.#following[place] = -1;
        this.#last[lexeme] = place;
        this.#times[lexeme] = times + 1;
        if (position > this.#greatest) this.#greatest = position;
    }

    /** Appends the vector as a field: its lexemes in the order of their bytes, each with its positions. */
    write(out: ByteWriter): void {
        const { view: text, starts } = this.#lexicon.lexemes;
        const count = this.#count;
        this.#sort();
        let bytes = 4 + 2 * this.#placed;
        for (let i = 0; i < count; i++) {
            const lexeme = this.#lexemes[i] ?? 0;
            bytes += (starts[lexeme + 1] ?? 0) - (starts[lexeme] ?? 0) + 2;
        }
        const view = out.room(4 + bytes + stride);
        let at = out.length;
        view.setInt32(at, bytes);
        view.setInt32(at + 4, count);
        at += 8;
        for (let i = 0; i < count; i++) {
            const lexeme = this.#lexemes[i] ?? 0;
            const start = starts[lexeme] ?? 0;
            const length = (starts[lexeme + 1] ?? 0) - start;
            copyText(text, start, view, at, length);
            at += length;
            view.setUint16(at, this.#times[lexeme] ?? 0);
            at += 2;
            for (let place = this.#first[lexeme] ?? -1; place >= 0; place = this.#following[place] ?? -1) {
                view.setUint16(at, this.#positions[place] ?? 0);
                at += 2;
            }
        }
        out.advance(4 + bytes);
    }

    /** Sorts the lexemes by insertion while they are few, as those of an ordinary text are. */
    #sort(): void {
        const lexemes = this.#lexemes;
        const keys = this.#keys;
        const count = this.#count;
        if (count > mostInserted) {
            const sorted = lexemes.slice(0, count).toSorted((a, b) => (this.#isBefore(a, b) ? -1 : 1));
            for (let i = 0; i < count; i++) lexemes[i] = sorted[i] ?? 0;
            return;
        }
        for (let i = 1; i < count; i++) {
            const lexeme = lexemes[i] ?? 0;
            const key = keys[i] ?? 0;
            let place = i;
            for (; place > 0; place--) {
                const before = lexemes[place - 1] ?? 0;
                const keyBefore = keys[place - 1] ?? 0;
                if (key > keyBefore || (key === keyBefore && !this.#isBefore(lexeme, before))) break;
                lexemes[place] = before;
                keys[place] = keyBefore;
            }
            lexemes[place] = lexeme;
            keys[place] = key;
        }
    }

    #isBefore(one: number, other: number): boolean {
        const { sortKeys, lexemes } = this.#lexicon;
        const key = sortKeys[one] ?? 0;
        const otherKey = sortKeys[other] ?? 0;
        if (key !== otherKey) return key < otherKey;
        const { view, starts } = lexemes;
        let at = starts[one] ?? 0;
        let otherAt = starts[other] ?? 0;
        // They differ before both end, as each ends in a zero and has none inside.
        while (view.getUint8(at) === view.getUint8(otherAt)) {
            at++;
            otherAt++;
        }
        return view.getUint8(at) < view.getUint8(otherAt);
    }
}

function textAt({ buffer, byteOffset }: DataView, from: number, end: number): string {
    return Buffer.from(buffer, byteOffset + from, end - from).toString("utf8");
}
