import type { ByteWriter } from "./byte-writer.ts";

/** The ASCII code of the double quote. */
const quote = 0x22;

/** Names of members with their quotes and colon, as bytes: a model writes the same few in every row. */
const keys = new Map<string, Uint8Array>();
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
        return this.#open("{");
    }

    endObject(): this {
        return this.#close("}");
    }

    beginArray(): this {
        return this.#open("[");
    }

    endArray(): this {
        return this.#close("]");
    }

    /** The name of the member whose value comes next. */
    key(name: string): this {
        let written = keys.get(name);
        if (written === undefined) {
            written = new TextEncoder().encode(`${JSON.stringify(name)}:`);
            if (keys.size < mostKeys) keys.set(name, written);
        }
        this.#separate();
        this.#out.bytes(written);
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

    #open(bracket: string): this {
        this.#separate();
        this.#out.text(bracket);
        this.#afterValue = false;
        return this;
    }

    #close(bracket: string): this {
        this.#out.text(bracket);
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
        if (this.#afterValue) this.#out.text(",");
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
