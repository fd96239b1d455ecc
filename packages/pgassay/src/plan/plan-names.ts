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
    /** An index by its own name, a partition of one by the name of the whole. */
    ofIndex(index: string): string;
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
    const names = new Map<string, string>();
    const timesUsed = new Map<string, number>();
    const visit = ({ source, children }: PlanNode): void => {
        if (source) {
            const whole = wholeOf(source, partitions);
            const key = keyOf(source, partitions);
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
            if (whole.leaves > 0) reading.partitions.add(source.name);
            names.set(source.alias, reading.name);
            // The nodes above the partitions call their columns by the alias of the whole.
            const aliasOfWhole = withoutNumber(source.alias);
            if (whole.leaves > 0 && !names.has(aliasOfWhole)) names.set(aliasOfWhole, reading.name);
        }
        children.forEach(visit);
    };
    visit(root);
    const isAlone = readings.size === 1;
    return {
        ofAliases: isAlone ? new Map([...names.keys()].map((alias) => [alias, ""])) : names,
        onSource(source) {
            const reading = readings.get(keyOf(source, partitions));
            return reading ? reading.name + extentOf(reading) : source.name;
        },
        ofIndex: (index) => plainName(partitions.rootOfIndex(index)?.name ?? index),
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

/** Tells apart what is read twice. Partitions of one reading have the alias of the whole with a number behind it. */
function keyOf(source: PlanSource, partitions: Partitions): string {
    const { schema, name, leaves } = wholeOf(source, partitions);
    return leaves === 0 ? source.alias : JSON.stringify([schema, name, withoutNumber(source.alias)]);
}

function withoutNumber(alias: string): string {
    return alias.replace(/_\d+$/, "");
}

/** The schema is told unless it is one that nobody writes. */
function sourceName({ schema, name }: { readonly schema: string | undefined; readonly name: string }): string {
    const isPlain = schema === undefined || schema === "public" || schema === "pg_catalog";
    return isPlain ? plainName(name) : `${plainName(schema)}.${plainName(name)}`;
}
