import type { Costs } from "./measure.ts";
import { limited, variants } from "./variants.ts";
import { writes } from "./writes.ts";

/** What a variant makes of the cost of a write: the middle of its sessions, and the lowest and highest. */
export interface Ratio {
    readonly median: number;
    readonly lowest: number;
    readonly highest: number;
}

/** A write with the milliseconds of the first variant, and the ratio of each other one to it. */
export interface WriteCost {
    readonly write: string;
    readonly baseMs: number;
    readonly limit: number;
    readonly ratios: ReadonlyMap<string, Ratio>;
    /** Whether every session was over the limit: a single one may have met with something else on the machine. */
    readonly isOverLimit: boolean;
}

/** Compares the variants within each session, so that a slow spell of the machine is on both sides. */
export function writeCosts(costs: Costs): WriteCost[] {
    const [base, ...others] = variants.map(({ name }) => name);
    return writes.map(({ name, limit }) => {
        const byVariant = costs.get(name);
        const baseMs = byVariant?.get(base ?? "") ?? [];
        const ratios = new Map(
            others.map((variant) => {
                const sessions = (byVariant?.get(variant) ?? []).map((ms, session) => ms / (baseMs[session] ?? NaN));
                return [
                    variant,
                    { median: median(sessions), lowest: Math.min(...sessions), highest: Math.max(...sessions) },
                ];
            }),
        );
        const judged = ratios.get(limited);
        return {
            write: name,
            baseMs: median(baseMs),
            limit,
            ratios,
            isOverLimit: judged === undefined || !(judged.lowest <= limit),
        };
    });
}

/** The costs as a table, and a line for each write that costs too much. */
export function renderWriteCosts(costs: readonly WriteCost[]): string {
    const columns = [...(costs[0]?.ratios.keys() ?? [])];
    const head = ["write", "neither, ms", ...columns, "limit"];
    const lines = costs.map(({ write, baseMs, ratios, limit }) => [
        write,
        baseMs.toFixed(3),
        ...columns.map((name) => ratioText(ratios.get(name))),
        limit.toFixed(2),
    ]);
    const widths = head.map((_, place) => Math.max(...[head, ...lines].map((cells) => cells[place]?.length ?? 0)));
    const table = [head, ...lines].map((cells) =>
        cells
            .map((cell, place) => (place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0)))
            .join("  "),
    );
    const over = costs.filter(({ isOverLimit }) => isOverLimit);
    const complaints = over.map(
        ({ write, limit }) => `over limit: ${write}, ${limited}: more than ${limit.toFixed(2)} in every session`,
    );
    return [...table, ...complaints].join("\n");
}

function ratioText(ratio: Ratio | undefined): string {
    if (ratio === undefined) return "";
    return `${ratio.median.toFixed(2)} (${ratio.lowest.toFixed(2)}–${ratio.highest.toFixed(2)})`;
}

function median(numbers: readonly number[]): number {
    return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}
