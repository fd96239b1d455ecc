/** Bytes that a chunk of COPY data and one more row usually fit into. */
const chunkCapacity = 96 * 1024;

/** Above this many characters the built-in encoder is faster than a loop. */
const loopLimit = 64;

/**
 * A buffer that grows as bytes are appended, with numbers in network byte order as PostgreSQL's binary formats have
 * them. Values are written straight into it; there is no text or object in between.
 */
export class ByteWriter {
    #bytes: Buffer;
    #length = 0;

    /** @param capacity bytes that fit before the buffer has to grow for the first time */
    constructor(capacity = chunkCapacity) {
        this.#bytes = Buffer.allocUnsafe(capacity);
    }

    /** Number of bytes written since the last `take`. */
    get length(): number {
        return this.#length;
    }

    /** Hands over what was written, as memory of its own, and starts empty. */
    take(): Buffer {
        const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
        this.#length = 0;
        return taken;
    }

    /** The same as an array that is alone in its memory, so that it can be handed to another thread. */
    takeOwned(): Uint8Array<ArrayBuffer> {
        const taken = new Uint8Array(this.#length);
        taken.set(this.#bytes.subarray(0, this.#length));
        this.#length = 0;
        return taken;
    }

    /** Drops everything written after an earlier length. */
    truncate(length: number): void {
        this.#length = length;
    }

    uint8(value: number): void {
        this.#reserve(1);
        this.#bytes[this.#length++] = value;
    }

    int16(value: number): void {
        this.#reserve(2);
        this.#bytes[this.#length++] = value >>> 8;
        this.#bytes[this.#length++] = value;
    }

    /** The lowest 32 bits of a whole number, which may be larger. */
    int32(value: number): void {
        this.#reserve(4);
        this.#put32(value);
    }

    /** Text in UTF-8, without a length or an end mark. */
    text(value: string): void {
        this.#reserve(value.length * 3);
        if (value.length <= loopLimit) {
            const bytes = this.#bytes;
            const start = this.#length;
            let index = 0;
            for (; index < value.length; index++) {
                const code = value.charCodeAt(index);
                if (code > 127) break;
                bytes[start + index] = code;
            }
            if (index === value.length) {
                this.#length = start + index;
                return;
            }
        }
        this.#length += this.#bytes.write(value, this.#length, "utf8");
    }

    /** Bytes as they are. */
    bytes(value: Uint8Array): void {
        const { length } = value;
        this.#reserve(length);
        const bytes = this.#bytes;
        const start = this.#length;
        // Below about that many bytes a loop is faster than the call.
        if (length > loopLimit) bytes.set(value, start);
        else for (let i = 0; i < length; i++) bytes[start + i] = value[i] ?? 0;
        this.#length = start + length;
    }

    /** A whole number in decimal digits. */
    digits(value: number): void {
        if (!(value >= 0 && value < 1e9)) {
            this.text(String(value));
            return;
        }
        let length = 1;
        for (let limit = 10; limit <= value; limit *= 10) length++;
        this.#reserve(length);
        let rest = value;
        for (let at = this.#length + length - 1; at >= this.#length; at--) {
            const next = Math.trunc(rest / 10);
            this.#bytes[at] = 48 + rest - next * 10;
            rest = next;
        }
        this.#length += length;
    }

    /** Leaves room for the length of what follows; `endLength` fills it in. */
    beginLength(): number {
        this.#reserve(4);
        this.#length += 4;
        return this.#length;
    }

    /** Writes the number of bytes since `start`, which `beginLength` returned, in front of them. */
    endLength(start: number): void {
        const length = this.#length - start;
        const bytes = this.#bytes;
        bytes[start - 4] = length >>> 24;
        bytes[start - 3] = length >>> 16;
        bytes[start - 2] = length >>> 8;
        bytes[start - 1] = length;
    }

    /** Makes the first letter after `start` a capital if it is one of a to z. */
    capitalise(start: number): void {
        const code = this.#bytes[start] ?? 0;
        if (start < this.#length && code >= 97 && code <= 122) this.#bytes[start] = code - 32;
    }

    #put32(value: number): void {
        this.#bytes[this.#length++] = value >>> 24;
        this.#bytes[this.#length++] = value >>> 16;
        this.#bytes[this.#length++] = value >>> 8;
        this.#bytes[this.#length++] = value;
    }

    #reserve(bytes: number): void {
        const needed = this.#length + bytes;
        if (needed <= this.#bytes.length) return;
        const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
        this.#bytes.copy(larger, 0, 0, this.#length);
        this.#bytes = larger;
    }
}
