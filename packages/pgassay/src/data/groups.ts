/**
 * The rows of a table numbered parent by parent: those of parent 0 first, then those of parent 1. Parent and place
 * within the parent follow from a row's number by bisection, and the other way round by one addition.
 */
export class Groups {
    readonly #starts: Uint32Array;
    /** The group that was found last: neighbouring columns ask for the same row, and neighbouring rows have one. */
    #last = 0;

    /** @param starts the first row of each group, ascending, and the number of rows as one more element */
    constructor(starts: Uint32Array) {
        this.#starts = starts;
    }

    /** Number of groups, empty ones included. */
    get count(): number {
        return this.#starts.length - 1;
    }

    /** Number of rows in all groups. */
    get total(): number {
        return this.#starts[this.count] ?? 0;
    }

    /** The first row of a group. */
    start(group: number): number {
        return this.#starts[group] ?? 0;
    }

    /** How many rows a group has. */
    size(group: number): number {
        return this.start(group + 1) - this.start(group);
    }

    /** The group that a row belongs to. */
    of(row: number): number {
        const last = this.#last;
        if ((this.#starts[last] ?? 0) <= row && row < (this.#starts[last + 1] ?? 0)) return last;
        let low = 0;
        let high = this.count - 1;
        while (low < high) {
            const middle = (low + high + 1) >>> 1;
            if (this.start(middle) <= row) low = middle;
            else high = middle - 1;
        }
        this.#last = low;
        return low;
    }
}

/** Groups whose sizes are known one by one. */
export function groupsOf(count: number, sizeOf: (group: number) => number): Groups {
    const starts = new Uint32Array(count + 1);
    for (let group = 0; group < count; group++) starts[group + 1] = (starts[group] ?? 0) + sizeOf(group);
    return new Groups(starts);
}

/**
 * Shares `total` rows among groups in proportion to their weights, after each has got `minimum` of them. The sizes
 * add up to `total` exactly, unless the minimum alone takes more.
 */
export function apportion(total: number, weights: ArrayLike<number>, minimum: number): Groups {
    const count = weights.length;
    const rest = Math.max(0, total - count * minimum);
    let whole = 0;
    for (let group = 0; group < count; group++) whole += weights[group] ?? 0;
    const starts = new Uint32Array(count + 1);
    let sum = 0;
    for (let group = 0; group < count; group++) {
        sum += weights[group] ?? 0;
        starts[group + 1] = (group + 1) * minimum + Math.floor(rest * (sum / whole));
    }
    return new Groups(starts);
}
