import { Stream } from "../data/random.ts";
import { Discrete } from "../data/distributions.ts";
import { columnsOf, columnsOfOperand } from "./condition.ts";
import type { Condition } from "./condition.ts";
import { exclusionPlan } from "./exclusion-plan.ts";
import type { ExclusionPlan } from "./exclusion-plan.ts";
import { isolate } from "./isolate.ts";
import type { Bound } from "./isolate.ts";
import { carriersOf } from "./key-plan.ts";
import type { KeyPlan } from "./key-plan.ts";
import { valueMaker } from "./make-value.ts";
import type { ValueMaker } from "./make-value.ts";
import { nullShare } from "./number-content.ts";
import { parseCondition } from "./parse-condition.ts";
import { polymorphicKeys } from "./polymorphic-key.ts";
import type { PolymorphicKey } from "./polymorphic-key.ts";
import { choicesLeft } from "./restriction.ts";
import type { Restriction } from "./restriction.ts";
import { namesOf, shownTable } from "./schema.ts";
import type { Column, Table } from "./schema.ts";
import { usualBounds } from "./usual-bounds.ts";
import type { Value, ValueType } from "./value-type.ts";
import { worldsOf } from "./worlds.ts";
import type { World } from "./worlds.ts";

/** All that is worked out once for the rows of a table. */
export interface TablePlan {
    readonly table: Table;
    /** The columns that get values, in the order in which a row gets them. */
    readonly columns: readonly PlannedColumn[];
    /** Checks with what is understood of them. */
    readonly checks: readonly { readonly name: string; readonly condition: Condition }[];
    readonly worlds: readonly WorldSet[];
    readonly keys: readonly KeyPlan[];
    readonly exclusions: readonly ExclusionPlan[];
    readonly polymorphicKeys: readonly PolymorphicKey[];
    /** Checks that contradict each other, by name; then there can be no row. */
    readonly contradictions: readonly string[];
}

export interface PlannedColumn extends Column {
    readonly type: ValueType;
    readonly make: ValueMaker;
    readonly stream: Stream;
    readonly nullStream: Stream;
    readonly nullShare: number;
    /** The value that follows from the number of the row alone, where the column makes keys different. */
    readonly ofRow: ((row: number) => Value) | undefined;
}

/** The worlds of checks that share columns; a row is made in one of them. */
export interface WorldSet {
    readonly stream: Stream;
    readonly choice: Discrete;
    readonly worlds: readonly (World & { readonly bounds: ReadonlyMap<string, readonly Bound[]> })[];
}

/**
 * Works out how the rows of a table are made.
 *
 * @param tables all that it may refer to
 */
export function planTable(table: Table, tables: readonly Table[], seed: number): TablePlan {
    const name = shownTable(table);
    const checks = checksOf(table);
    const columnsByName = new Map(table.columns.map((column) => [column.name, column]));
    const solved = components(checks).map((conditions, i) => {
        const worlds = worldsOf(
            conditions.map(({ condition }) => condition),
            columnsByName,
            nullShare,
            new Stream(seed, `${name} worlds ${i}`).draws(0),
        );
        return { conditions, worlds };
    });
    const restrictions = widest(solved.flatMap(({ worlds }) => (worlds.length > 0 ? [worlds] : [])));
    const polymorphic = polymorphicKeys(
        table,
        ({ name: column, type }) => choicesLeft(type, restrictions.get(column) ?? {}),
        tables,
    );
    const referring = new Set([
        ...table.foreignKeys.flatMap((key) => key.columns),
        ...polymorphic.flatMap(({ idColumn, targets }) => (targets.size > 0 ? [idColumn] : [])),
    ]);
    const keys = carriersOf(table, referring, restrictions, seed);
    const exclusions = table.exclusions.flatMap((exclusion) => exclusionPlan(table, exclusion) ?? []);
    const columns = inOrder(table, referring, keys, exclusions).flatMap((column): PlannedColumn[] => {
        const { type } = column;
        if (type === undefined || column.isGenerated) return [];
        return [
            {
                ...column,
                type,
                make: valueMaker(column, type),
                stream: new Stream(seed, `${name}.${column.name}`),
                nullStream: new Stream(seed, `${name}.${column.name} null`),
                nullShare: column.isRequired ? 0 : nullShare(column.name),
                ofRow: keys.find((key) => key.carrier === column.name && key.ofRow)?.ofRow,
            },
        ];
    });
    const order = new Map(columns.map((column, i) => [column.name, i]));
    const usual = usualBounds(columns);
    return {
        table,
        columns,
        checks,
        worlds: [
            ...solved.flatMap(({ worlds }, i) =>
                worlds.length > 0 ? [worldSet(worlds, order, `${name} world ${i}`, seed)] : [],
            ),
            worldSet([{ restrictions: new Map(), relations: usual, weight: 1 }], order, `${name} usual`, seed),
        ],
        keys,
        exclusions,
        polymorphicKeys: polymorphic,
        contradictions: solved.flatMap(({ conditions, worlds }) =>
            worlds.length > 0 ? [] : conditions.map((condition) => condition.name),
        ),
    };
}

/** The checks of a table and its domains, and the rule that a row must have a partition. */
function checksOf(table: Table): { name: string; condition: Condition }[] {
    const names = namesOf(table);
    const checks = table.checks.map(({ name, expression, domainColumn }) => ({
        name,
        condition: parseCondition(expression, { ...names, valueColumn: domainColumn }),
    }));
    const { partitions } = table;
    if (partitions === null || partitions.some((sql) => sql.includes("satisfies_hash_partition"))) return checks;
    return [
        ...checks,
        {
            name: `partitions of ${table.name}`,
            condition: { kind: "any", of: partitions.map((sql) => parseCondition(sql, names)) },
        },
    ];
}

/** Conditions in groups that have no column in common. */
function components<T extends { readonly condition: Condition }>(conditions: readonly T[]): T[][] {
    let groups: { columns: Set<string>; members: T[] }[] = [];
    for (const member of conditions) {
        const columns = new Set(columnsOf(member.condition));
        const isApart = (group: { columns: Set<string> }): boolean =>
            ![...columns].some((column) => group.columns.has(column));
        const joined = { columns, members: [member] };
        for (const group of groups.filter((other) => !isApart(other))) {
            joined.members.unshift(...group.members);
            for (const column of group.columns) joined.columns.add(column);
        }
        groups = [...groups.filter(isApart), joined];
    }
    return groups.map(({ members }) => members);
}

/** What every world leaves for each column, the widest of all. */
function widest(sets: readonly (readonly World[])[]): Map<string, Restriction> {
    const found = new Map<string, Restriction>();
    for (const worlds of sets) {
        for (const column of new Set(worlds.flatMap((world) => [...world.restrictions.keys()]))) {
            const all = worlds
                .map((world) => world.restrictions.get(column) ?? {})
                .filter(({ isNull }) => isNull !== true);
            const least = Math.min(...all.map((restriction) => restriction.least ?? -Infinity));
            const most = Math.max(...all.map((restriction) => restriction.most ?? Infinity));
            const allowed = all.every((restriction) => restriction.allowed !== undefined)
                ? [...new Set(all.flatMap((restriction) => restriction.allowed ?? []))]
                : undefined;
            found.set(column, {
                ...(Number.isFinite(least) && { least }),
                ...(Number.isFinite(most) && { most }),
                ...(allowed && { allowed }),
                patterns: all.flatMap((restriction) => restriction.patterns ?? []),
                minLength: Math.max(0, ...all.map((restriction) => restriction.minLength ?? 0)),
                maxLength: Math.min(Infinity, ...all.map((restriction) => restriction.maxLength ?? Infinity)),
                unchangedBy: [...new Set(all.flatMap((restriction) => restriction.unchangedBy ?? []))],
            });
        }
    }
    return found;
}

/**
 * Columns in the order in which a row gets its values: what others are chosen by comes first. Foreign keys, then what
 * follows from the number of the row, then the groups in which a value must not occur twice, then those values, then
 * all else as declared.
 */
function inOrder(
    table: Table,
    referring: ReadonlySet<string>,
    keys: readonly KeyPlan[],
    exclusions: readonly ExclusionPlan[],
): Column[] {
    const grouping = new Set([...keys, ...exclusions].flatMap(({ group }) => group));
    const carriers = new Set([
        ...keys.flatMap(({ carrier }) => carrier ?? []),
        ...exclusions.flatMap((exclusion) => exclusion.columns),
    ]);
    const ofRow = new Set(keys.flatMap((key) => (key.ofRow && key.carrier ? [key.carrier] : [])));
    const rank = ({ name }: Column): number => {
        if (referring.has(name)) return 0;
        if (ofRow.has(name)) return 1;
        if (carriers.has(name)) return 3;
        return grouping.has(name) ? 2 : 4;
    };
    return table.columns.toSorted((a, b) => rank(a) - rank(b));
}

function worldSet(worlds: readonly World[], order: ReadonlyMap<string, number>, name: string, seed: number): WorldSet {
    return {
        stream: new Stream(seed, name),
        choice: new Discrete(worlds.map(({ weight }) => Math.max(weight, 1e-6))),
        worlds: worlds.map((world) => ({ ...world, bounds: boundsOf(world, order) })),
    };
}

/** The bound that each comparison sets to the column in it that gets its value last. */
function boundsOf({ relations }: World, order: ReadonlyMap<string, number>): Map<string, Bound[]> {
    const bounds = new Map<string, Bound[]>();
    for (const { left, comparison, right } of relations) {
        const columns = [...new Set([...columnsOfOperand(left), ...columnsOfOperand(right)])];
        const last = columns.toSorted((a, b) => (order.get(b) ?? -1) - (order.get(a) ?? -1))[0];
        const bound = last === undefined ? undefined : isolate(left, comparison, right, last);
        if (bound === undefined) continue;
        bounds.set(bound.column, [...(bounds.get(bound.column) ?? []), bound]);
    }
    return bounds;
}
