import { evaluate, valueOf } from "./condition.ts";
import type { ExclusionPlan } from "./exclusion-plan.ts";
import type { KeyPlan } from "./key-plan.ts";
import type { Value } from "./value-type.ts";

type Values = ReadonlyMap<string, Value>;

/** Values as one text that differs if any of them does. */
function textOf(values: readonly (Value | undefined)[]): string {
    return JSON.stringify(values);
}

/** The unique keys that rows of a table have taken. Keys that differ by themselves are not remembered. */
export class OccupiedKeys {
    readonly #taken: readonly { readonly key: KeyPlan; readonly values: Set<string> }[];
    readonly #places = new Map<KeyPlan, Map<string, number>>();

    constructor(keys: readonly KeyPlan[]) {
        this.#taken = keys
            .filter((key) => key.ofRow === undefined && !key.parts.includes(undefined))
            .map((key) => ({ key, values: new Set() }));
    }

    /** The name of a key that a row of these values would break. */
    refusal(row: Values): string | undefined {
        return this.#taken.find(({ key, values }) => {
            const text = keyText(key, row);
            return text !== undefined && values.has(text);
        })?.key.name;
    }

    add(row: Values): void {
        for (const { key, values } of this.#taken) {
            const text = keyText(key, row);
            if (text !== undefined) values.add(text);
            if (key.ofPlace) {
                const group = groupText(key.group, row);
                const places = this.#places.get(key) ?? new Map<string, number>();
                this.#places.set(key, places.set(group, (places.get(group) ?? 0) + 1));
            }
        }
    }

    remove(row: Values): void {
        for (const { key, values } of this.#taken) values.delete(keyText(key, row) ?? "");
    }

    /** How many rows there are so far that agree with this one in all of a key but its carrier. */
    place(key: KeyPlan, row: Values): number {
        return this.#places.get(key)?.get(groupText(key.group, row)) ?? 0;
    }
}

/** What must not occur twice, or undefined where the key does not apply. */
function keyText({ parts, predicate, nullsEqual }: KeyPlan, row: Values): string | undefined {
    if (predicate && evaluate(predicate, row) === false) return undefined;
    const values = parts.map((part) => part && valueOf(part, row));
    if (values.includes(undefined)) return undefined;
    return !nullsEqual && values.includes(null) ? undefined : textOf(values);
}

function groupText(group: readonly string[], row: Values): string {
    return textOf(group.map((column) => row.get(column)));
}

/** Share of the rows, the last ones, that may have an open end: nothing can follow them in their group. */
const openShare = 0.15;

/** The spans that rows of a table have taken, by group. */
export class OccupiedSpans {
    readonly #groups: ReadonlyMap<ExclusionPlan, Map<string, { spans: number; isClosed: boolean }>>;
    readonly #rows: number;

    constructor(exclusions: readonly ExclusionPlan[], rows: number) {
        this.#groups = new Map(exclusions.map((exclusion) => [exclusion, new Map()]));
        this.#rows = rows;
    }

    /** The place of the next span in the group of a row. */
    place(exclusion: ExclusionPlan, row: Values): number {
        return this.#groups.get(exclusion)?.get(groupText(exclusion.group, row))?.spans ?? 0;
    }

    mayBeOpen(row: number): boolean {
        return row >= this.#rows * (1 - openShare);
    }

    /** The name of an exclusion that a row of these values would break, or leave no room for others in. */
    refusal(values: Values, row: number): string | undefined {
        for (const [exclusion, groups] of this.#groups) {
            if (!applies(exclusion, values)) continue;
            const group = groups.get(groupText(exclusion.group, values));
            if (group?.isClosed || (isOpen(exclusion, values) && !this.mayBeOpen(row))) return exclusion.name;
        }
        return undefined;
    }

    add(values: Values): void {
        for (const [exclusion, groups] of this.#groups) {
            if (!applies(exclusion, values)) continue;
            const text = groupText(exclusion.group, values);
            const { spans } = groups.get(text) ?? { spans: 0 };
            groups.set(text, { spans: spans + 1, isClosed: isOpen(exclusion, values) });
        }
    }
}

function applies({ predicate, group }: ExclusionPlan, values: Values): boolean {
    if (group.some((column) => values.get(column) === null)) return false;
    return predicate === undefined || evaluate(predicate, values) !== false;
}

function isOpen({ columns }: ExclusionPlan, values: Values): boolean {
    return columns.some((column) => values.get(column) === null);
}
