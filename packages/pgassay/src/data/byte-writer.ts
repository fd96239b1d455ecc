/** Bytes that a chunk of COPY data and one more row usually fit into. */
const chunkCapacity = 96 * 1024;

/** Above this many characters the built-in encoder is faster than a loop. */
const loopLimit = 64;

/** Most decimal digits that `digits` writes by itself. */
const mostDigits = 9;

/** Bytes that are copied at a time: up to one less are written beyond the end, to be written over. */
export const stride = 16;

/** Text that is written often, in UTF-8 once and for all. */
export interface FixedText {
    /** The bytes, and some more that a copy may read. */
    readonly source: DataView;
    readonly length: number;
}

/** Prepares text for being written often. */
export function fixedText(text: string): FixedText {
    const bytes = new TextEncoder().encode(text);
    const padded = new Uint8Array(bytes.length + stride);
    padded.set(bytes);
    return { source: new DataView(padded.buffer), length: bytes.length };
}

/**
 * A buffer that grows as bytes are appended, with numbers in network byte order as PostgreSQL's binary formats have
 * them. Values are written straight into it; there is no text or object in between.
 */
export class ByteWriter {
    #bytes: Buffer<ArrayBuffer>;
    /** The same memory. */
    #view: DataView<ArrayBuffer>;
    #length = 0;

    /** @param capacity bytes that fit before the buffer has to grow for the first time */
    constructor(capacity = chunkCapacity) {
        this.#bytes = Buffer.allocUnsafe(capacity);
        this.#view = viewOf(this.#bytes);
    }

    /** Number of bytes written since the last `take`. */
    get length(): number {
        return this.#length;
    }

    /** Hands over what was written, without copying it, and starts empty. */
    take(): Buffer<ArrayBuffer> {
        const taken = this.#bytes.subarray(0, this.#length);
        this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
        this.#view = viewOf(this.#bytes);
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
        this.#view.setInt16(this.#length, value);
        this.#length += 2;
    }

    /** The lowest 32 bits of a whole number, which may be larger. */
    int32(value: number): void {
        this.#reserve(4);
        this.#view.setInt32(this.#length, value);
        this.#length += 4;
    }

    /** The length that stands for null in a binary field. */
    nullField(): void {
        this.int32(-1);
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

    /** Text that was prepared, without a length or an end mark. */
    fixed({ source, length }: FixedText): void {
        this.#reserve(length + stride);
        copyText(source, 0, this.#view, this.#length, length);
        this.#length += length;
    }

    /** A whole number in decimal digits. */
    digits(value: number): void {
        if (!(value >= 0 && value < 10 ** mostDigits)) {
            this.text(String(value));
            return;
        }
        this.#reserve(mostDigits);
        this.#length = writeDigits(this.#view, this.#length, value);
    }

    /**
     * Makes room for up to `most` bytes that the caller writes itself, from `length` on, and then counts with
     * `advance`. The view is valid until anything else is written.
     */
    room(most: number): DataView<ArrayBuffer> {
        this.#reserve(most);
        return this.#view;
    }

    /** Counts bytes that were written into `room`. */
    advance(bytes: number): void {
        this.#length += bytes;
    }

    /** Leaves room for the length of what follows; `endLength` fills it in. */
    beginLength(): number {
        this.#reserve(4);
        this.#length += 4;
        return this.#length;
    }

    /** Writes the number of bytes since `start`, which `beginLength` returned, in front of them. */
    endLength(start: number): void {
        this.#view.setInt32(start - 4, this.#length - start);
    }

    #reserve(bytes: number): void {
        const needed = this.#length + bytes;
        if (needed > this.#bytes.length) this.#grow(needed);
    }

    #grow(needed: number): void {
        const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
        this.#bytes.copy(larger, 0, 0, this.#length);
        this.#bytes = larger;
        this.#view = viewOf(larger);
    }
}

function viewOf({ buffer, byteOffset, length }: Buffer<ArrayBuffer>): DataView<ArrayBuffer> {
    return new DataView(buffer, byteOffset, length);
}

/**
 * Copies text in UTF-8, for which a loop is faster than a call while it is short. Both sides have `stride` to spare:
 * most words fit into one, and a loop that always runs once is one the processor need not guess at.
 *
 * The bytes travel as two numbers. One kind of number may change on its way, those that are none (NaN), and no text
 * in UTF-8 looks like one: the byte 0x7f does not follow one above 0xf0, and there is no byte 0xff.
 */
export function copyText(source: DataView, from: number, target: DataView, to: number, length: number): void {
    for (let i = 0; i < length; i += stride) {
        target.setFloat64(to + i, source.getFloat64(from + i, true), true);
        target.setFloat64(to + i + 8, source.getFloat64(from + i + 8, true), true);
    }
}

/**
 * Writes a whole number from 0 to 2³¹ − 1 in decimal digits.
 *
 * @returns where they end
 */
export function writeDigits(view: DataView, start: number, value: number): number {
    let end = start + 1;
    for (let limit = 10; limit <= value; limit *= 10) end++;
    let rest = value | 0;
    for (let at = end - 1; at >= start; at--) {
        const next = (rest / 10) | 0;
        view.setUint8(at, 48 + rest - next * 10);
        rest = next;
    }
    return end;
}
