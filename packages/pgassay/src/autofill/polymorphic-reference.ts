import type { Draws, Stream } from "../data/random.ts";
import type { PolymorphicKey } from "./polymorphic-key.ts";
import type { Reference } from "./reference.ts";
import type { PlannedColumn } from "./table-plan.ts";
import type { Value } from "./value-type.ts";

/** Attempts after which a row may be referred to that does not belong together with the row that refers to it. */
const attemptsWithin = 20;

/** Chooses the rows that a polymorphic key refers to. */
export class PolymorphicReference {
    readonly key: PolymorphicKey;
    readonly stream: Stream;
    readonly #references: ReadonlyMap<string, Reference>;
    readonly #id: PlannedColumn;
    readonly #mayBeUnknown: boolean;

    /**
     * @param references what is known of the rows of each kind
     * @param mayBeUnknown whether nothing could ask whether there is a row of a kind that names no table
     */
    constructor(
        key: PolymorphicKey,
        references: ReadonlyMap<string, Reference>,
        id: PlannedColumn,
        mayBeUnknown: boolean,
        stream: Stream,
    ) {
        this.key = key;
        this.stream = stream;
        this.#references = references;
        this.#id = id;
        this.#mayBeUnknown = mayBeUnknown;
    }

    /** Kinds that there is no row of now, or that name no table. */
    get avoided(): string[] {
        const empty = [...this.#references].flatMap(([kind, { count }]) => (count === 0 ? [kind] : []));
        return this.#mayBeUnknown ? empty : [...empty, ...this.key.unknown];
    }

    /** Whether a kind names a table. */
    has(kind: Value): boolean {
        return this.#references.has(String(kind));
    }

    /** The id of a row of a kind, one that agrees with the row that refers to it; undefined if there is none. */
    choose(
        kind: Value,
        draws: Draws,
        row: number,
        attempt: number,
        present: ReadonlyMap<string, Value>,
    ): Value | undefined {
        const reference = this.#references.get(String(kind));
        const target =
            reference?.choose(draws, row, attempt, present) ??
            (attempt < attemptsWithin ? undefined : reference?.choose(draws, row, attempt, new Map()));
        if (reference === undefined || target === undefined) return undefined;
        const id = reference.value(this.#id.name, target);
        // A key that is a number, in a column that takes the keys of any table as texts.
        return this.#id.type.kind === "text" && id !== null ? String(id) : id;
    }
}
