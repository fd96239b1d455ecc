import { stride } from "./byte-writer.ts";

const firstCapacity = 4096;

/** Texts one after the other in one piece of memory, numbered from 0. */
export class TextStore {
    /** All texts, and as much more as a copy may read. Valid until the next one is added. */
    view = new DataView(new ArrayBuffer(firstCapacity));
    /** Where each text begins, and where the last one ends. */
    readonly starts: number[] = [0];

    /** Appends a text and says its number. */
    add(text: Uint8Array): number {
        const start = this.starts.at(-1) ?? 0;
        const end = start + text.length;
        if (end + stride > this.view.byteLength) {
            const larger = new Uint8Array(2 * (end + stride));
            larger.set(new Uint8Array(this.view.buffer));
            this.view = new DataView(larger.buffer);
        }
        new Uint8Array(this.view.buffer).set(text, start);
        return this.starts.push(end) - 2;
    }

    /** Whether a text is the same as some bytes elsewhere. */
    equals(number: number, other: DataView, from: number, end: number): boolean {
        const { view } = this;
        let at = this.starts[number] ?? 0;
        if ((this.starts[number + 1] ?? 0) - at !== end - from) return false;
        let otherAt = from;
        for (; otherAt + 4 <= end; at += 4, otherAt += 4) {
            if (view.getInt32(at) !== other.getInt32(otherAt)) return false;
        }
        for (; otherAt < end; at++, otherAt++) {
            if (view.getUint8(at) !== other.getUint8(otherAt)) return false;
        }
        return true;
    }
}
