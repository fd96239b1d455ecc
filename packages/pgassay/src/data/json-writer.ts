import { type ByteWriter, type FixedText, fixedText } from "./byte-writer.ts";

/** ASCII codes. */
const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Names of members with their quotes and colon: a model writes the same few in every row. */
const keys = new Map<string, FixedText>();
const mostKeys = 1_000;

/** Writes one JSON document, piece by piece; commas come by themselves. */
export class JsonWriter {
    readonly #out: ByteWriter;
    #afterValue = false;

    constructor(out: ByteWriter) {
        this.#out = out;
    }

    /** Begins another document. */
    restart(): this {
        this.#afterValue = false;
        return this;
    }

    beginObject(): this {
        return this.#open(openBrace);
    }

    endObject(): this {
        return this.#close(closeBrace);
    }

    beginArray(): this {
        return this.#open(openBracket);
    }

    endArray(): this {
        return this.#close(closeBracket);
    }

    /** The name of the member whose value comes next. */
    key(name: string): this {
        let written = keys.get(name);
        if (written === undefined) {
            written = fixedText(`${JSON.stringify(name)}:`);
            if (keys.size < mostKeys) keys.set(name, written);
        }
        this.#separate();
        this.#out.fixed(written);
        this.#afterValue = false;
        return this;
    }

    string(value: string): this {
        if (!isPlain(value)) return this.#value(JSON.stringify(value));
        this.#separate();
        this.#out.uint8(quote);
        this.#out.text(value);
        this.#out.uint8(quote);
        this.#afterValue = true;
        return this;
    }

    /** A string put together from parts that need no escape, and whole numbers. */
    joined(...parts: readonly (FixedText | number)[]): this {
        this.#separate();
        this.#out.uint8(quote);
        for (const part of parts) {
            if (typeof part === "number") this.#out.digits(part);
            else this.#out.fixed(part);
        }
        this.#out.uint8(quote);
        this.#afterValue = true;
        return this;
    }

    /** A finite number. */
    number(value: number): this {
        if (!Number.isInteger(value) || Object.is(value, -0)) return this.#value(String(value));
        this.#separate();
        this.#out.digits(value);
        this.#afterValue = true;
        return this;
    }

    boolean(value: boolean): this {
        return this.#value(value ? "true" : "false");
    }

    /** A value whose text is known to be JSON, such as a constant made by `JSON.stringify`. */
    literal(json: string): this {
        return this.#value(json);
    }

    #open(bracket: number): this {
        this.#separate();
        this.#out.uint8(bracket);
        this.#afterValue = false;
        return this;
    }

    #close(bracket: number): this {
        this.#out.uint8(bracket);
        this.#afterValue = true;
        return this;
    }

    #value(json: string): this {
        this.#separate();
        this.#out.text(json);
        this.#afterValue = true;
        return this;
    }

    #separate(): void {
        if (this.#afterValue) this.#out.uint8(comma);
    }
}

/** Whether a text needs no escape inside JSON quotes. */
function isPlain(value: string): boolean {
    for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return false;
    }
    return true;
}
