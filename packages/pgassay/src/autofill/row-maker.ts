import { Stream } from "../data/random.ts";
import { evaluate, valueOf } from "./condition.ts";
import type { ExclusionPlan } from "./exclusion-plan.ts";
import type { KeyPlan } from "./key-plan.ts";
import { onStep } from "./make-value.ts";
import { OccupiedKeys, OccupiedSpans } from "./occupied.ts";
import type { PolymorphicReference } from "./polymorphic-reference.ts";
import type { Reference } from "./reference.ts";
import { restrict } from "./restriction.ts";
import type { Restriction } from "./restriction.ts";
import { isRequired } from "./load-order.ts";
import { shownTable } from "./schema.ts";
import type { ForeignKey } from "./schema.ts";
import type { PlannedColumn, TablePlan, WorldSet } from "./table-plan.ts";
import type { Value } from "./value-type.ts";

/** How many candidates for one row are tried at most. */
export const candidatesAtMost = 200;

/** A row, and the number of the candidate that it is. */
export interface MadeRow {
    readonly values: ReadonlyMap<string, Value>;
    readonly attempt: number;
    /** Whether a candidate before it wanted a place in a key that another row has. */
    readonly isCrowded: boolean;
}

/** Why there is no row: the constraint that most candidates failed. */
export interface StuckRow {
    readonly stuck: string;
    /**
     * Whether one of the candidates satisfied the checks and wanted a place in a key that another row has: there may be
     * none left. Where a check lets few candidates pass, the others may only not have been among those that were tried.
     */
    readonly isCrowded: boolean;
}

/**
 * Makes the rows of one table, in order. A candidate is put together within one world of the checks and then judged by
 * everything that is understood; the next is tried when it fails.
 */
export class RowMaker {
    readonly #plan: TablePlan;
    readonly #rows: number;
    readonly #references: readonly Reference<ForeignKey>[];
    readonly #referenceStreams: readonly Stream[];
    readonly #polymorphic: readonly PolymorphicReference[];
    readonly #keys: OccupiedKeys;
    readonly #spans: OccupiedSpans;
    readonly #carriers: ReadonlyMap<string, KeyPlan>;
    readonly #exclusions: ReadonlyMap<string, ExclusionPlan>;

    constructor(
        plan: TablePlan,
        rows: number,
        references: readonly Reference<ForeignKey>[],
        polymorphic: readonly PolymorphicReference[],
        seed: number,
    ) {
        this.#plan = plan;
        this.#rows = rows;
        // Those with most columns first: the others have to agree with them, and those to the table itself with all.
        this.#references = references.toSorted(
            (a, b) => Number(a.isOwn) - Number(b.isOwn) || b.key.columns.length - a.key.columns.length,
        );
        this.#polymorphic = polymorphic;
        const name = shownTable(plan.table);
        this.#referenceStreams = this.#references.map(({ key }) => new Stream(seed, `${name} ${key.name}`));
        this.#keys = new OccupiedKeys(plan.keys);
        this.#spans = new OccupiedSpans(plan.exclusions, rows);
        this.#carriers = new Map(plan.keys.flatMap((key) => (key.ofPlace && key.carrier ? [[key.carrier, key]] : [])));
        this.#exclusions = new Map(
            plan.exclusions.flatMap((exclusion) => exclusion.columns.map((column) => [column, exclusion])),
        );
    }

    /**
     * Makes one row and takes its place in the unique keys; `release` gives it back.
     *
     * @param firstAttempt the first candidate to try
     */
    make(row: number, firstAttempt = 0): MadeRow | StuckRow {
        const failures = new Map<string, number>();
        let isCrowded = false;
        for (let attempt = firstAttempt; attempt < candidatesAtMost; attempt++) {
            const candidate = this.#candidate(row, attempt);
            let failed = typeof candidate === "string" ? candidate : this.#failedCheck(candidate);
            if (failed === undefined && typeof candidate !== "string") {
                failed = this.#spans.refusal(candidate, row) ?? this.#keys.refusal(candidate);
                isCrowded ||= failed !== undefined;
                if (failed === undefined) {
                    this.#keys.add(candidate);
                    this.#spans.add(candidate);
                    return { values: candidate, attempt, isCrowded };
                }
            }
            if (failed !== undefined) failures.set(failed, (failures.get(failed) ?? 0) + 1);
        }
        const [worst] = [...failures].toSorted(([, a], [, b]) => b - a);
        return { stuck: worst?.[0] ?? "its candidates", isCrowded };
    }

    /** Gives back what a row has taken that PostgreSQL refused. */
    release({ values }: MadeRow): void {
        this.#keys.remove(values);
    }

    /** Values for all columns, or the name of what they cannot be found for. */
    #candidate(row: number, attempt: number): Map<string, Value> | string {
        const draw = row + Math.imul(attempt, 0x9e3779b1);
        const worlds = this.#plan.worlds.map((set) => worldOf(set, draw));
        const restrictions = new Map<string, Restriction>();
        for (const world of worlds) {
            for (const [column, restriction] of world.restrictions) restrictions.set(column, restriction);
        }
        const values = new Map<string, Value>();
        const refused =
            this.#refer(values, restrictions, row, attempt, draw) ??
            this.#referToKinds(values, restrictions, worlds, row, attempt, draw);
        if (refused !== undefined) return refused;
        for (const column of this.#plan.columns) {
            if (values.has(column.name)) continue;
            const given = this.#restricted(column, restrictions.get(column.name), worlds, values);
            if (given === undefined) return `${shownTable(this.#plan.table)}.${column.name}`;
            if (!this.#place(column, given.restriction, values, row, draw)) {
                const value = this.#valueOf(column, given, row, attempt, draw);
                if (value === undefined) return this.#nameFor(column);
                values.set(column.name, value);
            }
        }
        return values;
    }

    /** Chooses what the row refers to, and gives the columns of the foreign keys their values. */
    #refer(
        values: Map<string, Value>,
        restrictions: ReadonlyMap<string, Restriction>,
        row: number,
        attempt: number,
        draw: number,
    ): string | undefined {
        for (const [i, reference] of this.#references.entries()) {
            const { key } = reference;
            const open = key.columns.filter((column) => !values.has(column));
            if (open.length === 0 && key.columns.some((column) => values.get(column) === null)) continue;
            const draws = (this.#referenceStreams[i] as Stream).draws(draw);
            const isOptional = !isRequired(this.#plan.table, key);
            const mustBeNull = key.columns.some((column) => restrictions.get(column)?.isNull === true);
            const mustBeSet = open.some((column) => restrictions.get(column)?.isNull === false);
            const share = Math.max(...open.map((name) => this.#column(name)?.nullShare ?? 0), 0);
            const wantsNull = mustBeNull || (isOptional && !mustBeSet && draws.chance(share));
            const target = wantsNull ? undefined : reference.choose(draws, row, attempt, values);
            if (target === undefined && !isOptional && this.#referToItself(reference, open, values, row)) continue;
            if (target === undefined) {
                if (!isOptional || (mustBeSet && !mustBeNull)) return key.name;
                const nullable = key.isMatchFull
                    ? open
                    : open.filter((name) => this.#column(name)?.isRequired === false);
                // A column that other keys share keeps its value: one null is enough to have no target.
                const alone = nullable.filter(
                    (name) =>
                        key.isMatchFull ||
                        !this.#references.some((other) => other !== reference && other.key.columns.includes(name)),
                );
                const chosen = alone.length > 0 ? alone : nullable;
                if (chosen.length === 0) return key.name;
                for (const name of chosen) values.set(name, null);
                continue;
            }
            for (const column of open) values.set(column, reference.value(column, target));
        }
        return undefined;
    }

    /** Chooses a kind for each polymorphic key and a row of it, and gives both columns their values. */
    #referToKinds(
        values: Map<string, Value>,
        restrictions: ReadonlyMap<string, Restriction>,
        worlds: readonly ReturnType<typeof worldOf>[],
        row: number,
        attempt: number,
        draw: number,
    ): string | undefined {
        for (const polymorphic of this.#polymorphic) {
            const { kindColumn, idColumn } = polymorphic.key;
            const [kind, id] = [this.#column(kindColumn), this.#column(idColumn)];
            if (kind === undefined || id === undefined) continue;
            const { isNull } = restrictions.get(idColumn) ?? {};
            if (!values.has(kindColumn)) {
                const before = restrictions.get(kindColumn) ?? {};
                // A kind without rows is as good as any where there is to be no id.
                const preferred = isNull === true ? before : restrict(kind, before, { forbidden: polymorphic.avoided });
                // Where only kinds without rows are left, the checks ask for one of them.
                const left = preferred?.isNull === before.isNull ? preferred : before;
                const given = this.#restricted(kind, left, worlds, values);
                const label = given && this.#valueOf(kind, given, row, attempt, draw);
                if (label === undefined) return this.#nameFor(kind);
                values.set(kindColumn, label);
            }
            const label = values.get(kindColumn) ?? null;
            const draws = polymorphic.stream.draws(draw);
            if (isNull === true || (label === null && !id.isRequired)) values.set(idColumn, null);
            else if (!polymorphic.has(label)) continue;
            else if (!id.isRequired && isNull === undefined && draws.chance(id.nullShare)) values.set(idColumn, null);
            else {
                const target = polymorphic.choose(label, draws, row, attempt, values);
                if (target === undefined) return idColumn;
                values.set(idColumn, target);
            }
        }
        return undefined;
    }

    /** Lets a row that must have a target in its own table have itself, as the first row has no other. */
    #referToItself(
        { key, isOwn }: Reference<ForeignKey>,
        open: readonly string[],
        values: Map<string, Value>,
        row: number,
    ): boolean {
        if (!isOwn) return false;
        const own = open.map((name) => {
            const target = key.targetColumns[key.columns.indexOf(name)] ?? "";
            return values.get(target) ?? this.#column(target)?.ofRow?.(row);
        });
        if (own.includes(undefined)) return false;
        for (const [i, name] of open.entries()) values.set(name, own[i] ?? null);
        return true;
    }

    /** Gives a column its turn in a unique key or an exclusion, if it is the one that makes rows differ there. */
    #place(
        column: PlannedColumn,
        restriction: Restriction,
        values: Map<string, Value>,
        row: number,
        draw: number,
    ): boolean {
        const exclusion = this.#exclusions.get(column.name);
        if (exclusion !== undefined) {
            const first = exclusion.columns[0] === column.name;
            // An open end is decided with the column itself.
            if (restriction.isNull === true || (!first && values.has(column.name))) return false;
            if (!first) return false;
            const span = exclusion.span(this.#spans.place(exclusion, values), column.stream.draws(draw).fraction());
            for (const [i, name] of exclusion.columns.entries()) {
                if (i > 0 && this.#spans.mayBeOpen(row) && this.#column(name)?.isRequired === false) continue;
                values.set(name, span[i] ?? null);
            }
            return true;
        }
        const key = this.#carriers.get(column.name);
        if (key?.ofPlace === undefined || restriction.isNull === true) return false;
        const value = key.ofPlace(this.#keys.place(key, values), restriction);
        if (value === undefined) return false;
        values.set(column.name, value);
        return true;
    }

    #valueOf(
        column: PlannedColumn,
        { restriction, least, most, equal }: Given,
        row: number,
        attempt: number,
        draw: number,
    ): Value | undefined {
        if (restriction.isNull === true) return null;
        if (column.ofRow) return column.ofRow(row);
        if (equal !== undefined) return equal;
        const mayBeNull = !column.isRequired && restriction.isNull === undefined;
        if (mayBeNull && column.nullStream.chance(draw, column.nullShare)) return null;
        const value = column.make(column.stream.draws(draw), restriction, {
            row,
            rows: this.#rows,
            attempt,
            ...(least !== undefined && { least }),
            ...(most !== undefined && { most }),
        });
        return value === undefined && mayBeNull ? null : value;
    }

    /** What the chosen worlds leave for a column, given the values before it; undefined if nothing. */
    #restricted(
        column: PlannedColumn,
        before: Restriction | undefined,
        worlds: readonly ReturnType<typeof worldOf>[],
        values: ReadonlyMap<string, Value>,
    ): Given | undefined {
        let restriction = before ?? {};
        let least: number | undefined;
        let most: number | undefined;
        let equal: Value | undefined;
        for (const world of worlds) {
            for (const { comparison, operand } of world.bounds.get(column.name) ?? []) {
                const value = valueOf(operand, values);
                if (value === undefined || value === null) continue;
                if (typeof value === "string" || column.type.kind !== "number") {
                    if (comparison === "=") equal = value;
                    if (comparison !== "<>") continue;
                    const added = restrict(column, restriction, { forbidden: [value] });
                    if (added === undefined) return undefined;
                    restriction = added;
                    continue;
                }
                const { step } = column.type;
                if (comparison === "=") equal = onStep(value, step, -Infinity, Infinity) ?? null;
                if (comparison === "<>")
                    restriction = { ...restriction, forbidden: [...(restriction.forbidden ?? []), value] };
                if (comparison === ">" || comparison === ">=") {
                    least = Math.max(least ?? -Infinity, comparison === ">" ? value + step : value);
                }
                if (comparison === "<" || comparison === "<=") {
                    most = Math.min(most ?? Infinity, comparison === "<" ? value - step : value);
                }
            }
        }
        return {
            restriction,
            ...(least !== undefined && { least }),
            ...(most !== undefined && { most }),
            ...(equal !== undefined && { equal }),
        };
    }

    #failedCheck(values: ReadonlyMap<string, Value>): string | undefined {
        return this.#plan.checks.find(({ condition }) => evaluate(condition, values) === false)?.name;
    }

    #column(name: string): PlannedColumn | undefined {
        return this.#plan.columns.find((column) => column.name === name);
    }

    /** What is to blame if a column has no value: a check that speaks of it, or its own restrictions. */
    #nameFor({ name }: PlannedColumn): string {
        return (
            this.#plan.table.checks.find(
                ({ expression, domainColumn }) => domainColumn === name || new RegExp(`\\b${name}\\b`).test(expression),
            )?.name ?? name
        );
    }
}

interface Given {
    readonly restriction: Restriction;
    readonly least?: number;
    readonly most?: number;
    readonly equal?: Value;
}

function worldOf({ worlds, choice, stream }: WorldSet, draw: number): WorldSet["worlds"][number] {
    const index = worlds.length === 1 ? 0 : choice.at(stream.fraction(draw));
    return worlds[index] as WorldSet["worlds"][number];
}
