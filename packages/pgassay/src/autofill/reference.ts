import { Discrete, zipfWeights } from "../data/distributions.ts";
import type { Draws } from "../data/random.ts";
import type { KeySource } from "./key-source.ts";
import type { Link } from "./schema.ts";
import type { Value } from "./value-type.ts";

/** How uneven references are: the most frequent of a hundred targets gets about every tenth. */
const exponent = 0.8;

/** Attempts after which references are spread evenly, because the frequent ones have not worked out. */
const unevenAttempts = 3;

/** Chooses the rows that a foreign key, or one kind of a polymorphic key, refers to. */
export class Reference<Key extends Link = Link> {
    readonly key: Key;
    readonly #source: KeySource;
    /** Whether the rows are those of the table itself, made so far. */
    readonly isOwn: boolean;
    /** Whether no two rows may have one target. */
    readonly #isUnique: boolean;
    #ranks: Discrete | undefined;
    readonly #indexes = new Map<string, TargetIndex>();

    constructor(key: Key, source: KeySource, isOwn: boolean, isUnique: boolean) {
        this.key = key;
        this.#source = source;
        this.isOwn = isOwn;
        this.#isUnique = isUnique;
    }

    /** How many rows there are to refer to. */
    get count(): number {
        return this.#source.count;
    }

    /** The value that a column of the key takes from a target. */
    value(column: string, target: number): Value {
        return this.#source.value(this.key.targetColumns[this.key.columns.indexOf(column)] ?? "", target);
    }

    /**
     * A row to refer to, one that agrees with the columns of the key that have a value already; undefined if there is
     * none.
     */
    choose(draws: Draws, row: number, attempt: number, present: ReadonlyMap<string, Value>): number | undefined {
        const count = this.#source.count;
        if (count === 0) return undefined;
        const given = this.key.columns.filter((column) => present.has(column));
        if (given.length > 0) return this.#agreeing(given, present, draws);
        if (this.#isUnique) return row < count ? scattered(row, count) : undefined;
        if (this.isOwn) return Math.floor(draws.fraction() * draws.fraction() * count);
        if (attempt >= unevenAttempts) return draws.below(count);
        if (this.#ranks?.size !== count) this.#ranks = new Discrete(zipfWeights(count, exponent));
        return scattered(this.#ranks.at(draws.fraction()), count);
    }

    #agreeing(given: readonly string[], present: ReadonlyMap<string, Value>, draws: Draws): number | undefined {
        const name = given.join("\0");
        let index = this.#indexes.get(name);
        if (index === undefined) {
            index = new TargetIndex(
                this.#source,
                given.map((column) => this.key.targetColumns[this.key.columns.indexOf(column)] ?? ""),
            );
            this.#indexes.set(name, index);
        }
        const rows = index.find(given.map((column) => present.get(column) ?? null));
        return rows[Math.floor(draws.fraction() ** 2 * rows.length)];
    }
}

/** Target rows by some of their columns. */
class TargetIndex {
    readonly #source: KeySource;
    readonly #columns: readonly string[];
    readonly #rows = new Map<string, number[]>();
    #indexed = 0;

    constructor(source: KeySource, columns: readonly string[]) {
        this.#source = source;
        this.#columns = columns;
    }

    find(values: readonly Value[]): readonly number[] {
        // A table that refers to itself grows while it is looked into.
        for (; this.#indexed < this.#source.count; this.#indexed++) {
            const key = keyOf(this.#columns.map((column) => this.#source.value(column, this.#indexed)));
            const rows = this.#rows.get(key);
            if (rows) rows.push(this.#indexed);
            else this.#rows.set(key, [this.#indexed]);
        }
        return this.#rows.get(keyOf(values)) ?? [];
    }
}

/** Values as one text. Those read back are texts where made ones are numbers. */
function keyOf(values: readonly Value[]): string {
    return values.map(String).join("\0");
}

/** A number from 0 up to but not `count`, different for each: neighbours end up far apart. */
function scattered(row: number, count: number): number {
    let stride = Math.max(1, Math.floor(count * 0.618));
    while (divisor(stride, count) > 1) stride++;
    return (row * stride + Math.floor(count / 3)) % count;
}

function divisor(a: number, b: number): number {
    return b === 0 ? a : divisor(b, a % b);
}
