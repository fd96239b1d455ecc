import { compareText } from "../core/finding.ts";
import { plainName } from "./expression.ts";
import type { Partitions } from "./partitions.ts";
import type { PlanNode, PlanSource } from "./plan-node.ts";

/** How a tree names what a plan reads. */
export interface PlanNames {
    /** What to call each alias in expressions; empty where only one thing is read and columns need no prefix. */
    readonly ofAliases: ReadonlyMap<string, string>;
    /** What follows `on`: `tasks`, `tasks#2`, `visits (some partitions)`. */
    onSource(source: PlanSource): string;
    /** What follows `using`: an index by its own name, a partition of one by the name of the whole. */
    usingIndex(node: PlanNode): string | undefined;
}

interface Reading {
    readonly name: string;
    readonly leaves: number;
    readonly partitions: Set<string>;
}

/**
 * Names that stay when aliases are renamed and partitions come and go: everything is called by its own name, numbered
 * from its second use on, and partitions by that of the whole, with how much of it is read.
 */
export function planNames(root: PlanNode, partitions: Partitions): PlanNames {
    const readings = new Map<string, Reading>();
    const readingOf = new Map<PlanSource, Reading>();
    const names = new Map<string, string>();
    const timesUsed = new Map<string, number>();
    const visit = (node: PlanNode, isPart: boolean): void => {
        const { source, children } = node;
        if (source) {
            const whole = wholeOf(source, partitions);
            const key = keyOf(source, partitions, isPart || node.writes !== undefined);
            let reading = readings.get(key);
            if (!reading) {
                const name = sourceName(whole);
                const times = 1 + (timesUsed.get(name) ?? 0);
                timesUsed.set(name, times);
                reading = {
                    name: times === 1 ? name : `${name}#${times}`,
                    leaves: whole.leaves,
                    partitions: new Set(),
                };
                readings.set(key, reading);
            }
            readingOf.set(source, reading);
            if (whole.leaves > 0) reading.partitions.add(source.name);
            names.set(source.alias, reading.name);
            // The nodes above the partitions call their columns by the alias of the whole.
            const aliasOfWhole = withoutNumber(source.alias);
            if (whole.leaves > 0 && !names.has(aliasOfWhole)) names.set(aliasOfWhole, reading.name);
        }
        for (const child of children) visit(child, isPart || readsParts(node));
    };
    visit(root, false);
    const isAlone = readings.size === 1;
    return {
        ofAliases: isAlone ? new Map([...names.keys()].map((alias) => [alias, ""])) : names,
        onSource(source) {
            const reading = readingOf.get(source);
            return reading ? reading.name + extentOf(reading) : source.name;
        },
        usingIndex(node) {
            const whole = wholeIndex(node, partitions);
            return whole && plainName(whole.name);
        },
    };
}

/** The tables that nodes read or write, with their schemas, partitions as the whole; each once, in code-unit order. */
export function tablesOf(nodes: readonly { readonly node: PlanNode }[], partitions: Partitions): string[] {
    const names = nodes.flatMap(({ node: { source } }) => {
        if (source?.kind !== "table") return [];
        const { schema, name } = wholeOf(source, partitions);
        return [schema === undefined ? name : `${schema}.${name}`];
    });
    return [...new Set(names)].toSorted(compareText);
}

/** The index that a node reads, as `indexes` of a result name it; a partition of one as the whole. */
export function indexOf(node: PlanNode, partitions: Partitions): string | undefined {
    const whole = wholeIndex(node, partitions);
    return whole && indexId(whole);
}

/** Two schemas may have indexes of one name, and nobody writes `public`: `tasks_pkey`, `archive.tasks_pkey`. */
export function indexId({ schema, name }: { readonly schema: string | undefined; readonly name: string }): string {
    return isUnwritten(schema) ? name : `${schema}.${name}`;
}

function wholeIndex({ index, indexSchema }: PlanNode, partitions: Partitions) {
    if (index === undefined) return undefined;
    return partitions.rootOfIndex(indexSchema, index) ?? { schema: indexSchema, name: index };
}

/** How much of a partitioned table is read, so that a partition more or less is no other plan. */
function extentOf({ leaves, partitions }: Reading): string {
    if (partitions.size === 0) return "";
    if (partitions.size === 1) return " (one partition)";
    return partitions.size >= leaves ? " (every partition)" : " (some partitions)";
}

function wholeOf({ schema, name, kind }: PlanSource, partitions: Partitions) {
    const root = kind === "table" ? partitions.rootOfTable(schema, name) : undefined;
    return root ?? { schema, name, leaves: 0 };
}

/** Whether the nodes below a node may read several partitions of one table, or the rows of one that it changes. */
function readsParts({ type, writes }: PlanNode): boolean {
    return type === "Append" || type === "Merge Append" || (writes !== undefined && writes !== "Insert");
}

/**
 * Tells apart what is read twice. Partitions of one reading have the alias of the whole with a number behind it; the
 * only one that is left may have a number too, which the statement gave it.
 */
function keyOf(source: PlanSource, partitions: Partitions, isPart: boolean): string {
    const { schema, name, leaves } = wholeOf(source, partitions);
    if (leaves === 0) return source.alias;
    return JSON.stringify([schema, name, isPart ? withoutNumber(source.alias) : source.alias]);
}

function withoutNumber(alias: string): string {
    return alias.replace(/_\d+$/, "");
}

/** The schema is told unless it is one that nobody writes. */
function sourceName({ schema, name }: { readonly schema: string | undefined; readonly name: string }): string {
    return isUnwritten(schema) ? plainName(name) : `${plainName(schema)}.${plainName(name)}`;
}

function isUnwritten(schema: string | undefined): schema is undefined | "public" | "pg_catalog" {
    return schema === undefined || schema === "public" || schema === "pg_catalog";
}
