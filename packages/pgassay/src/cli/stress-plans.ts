import { usageError } from "../core/errors.ts";
import type { StressTargets } from "../measure/stress/judge-stress.ts";
import type { StepPlan } from "../measure/stress/run-step.ts";
import { positiveNumber } from "./command.ts";

const usual = { connections: "1,4,16,64,256", durationS: 10 };

/** Bounds that keep a slip of the finger from becoming an attack on one's own machine. */
const most = { connections: 1000, ratePerSecond: 10_000, durationS: 600 };

/** Connections that wait for requests which come at a rate: more would be waiting for a service that has long failed. */
const connectionsAtRate = 256;

/** Flags that say how much load there is, and for how long. */
export const stressFlags = {
    connections: {
        type: "string",
        value: "N,…",
        help: `clients that ask again when they have their answer, a step each; by default ${usual.connections}`,
    },
    rate: { type: "string", value: "N,…", help: "requests a second that come whatever becomes of them, a step each" },
    duration: { type: "string", value: "S", help: `seconds of each step, by default ${usual.durationS}` },
    "allow-remote": { type: "boolean", help: "put the load on a database server that is not on this machine" },
} as const;

/**
 * The steps that the flags ask for: each load over HTTP and straight through node-postgres, lowest first; and, over HTTP
 * alone, the rate at which a target says how long a request may take.
 *
 * @throws a usage error when a flag is no list of numbers, or goes beyond what is reasonable on one machine
 */
export function stressPlans(
    values: { readonly connections?: string; readonly rate?: string; readonly duration?: string },
    { perSecond, msP99 }: StressTargets,
): StepPlan[] {
    const durationS = positiveNumber("duration", values.duration, usual.durationS);
    if (durationS > most.durationS) throw beyond("duration", durationS, most.durationS);
    const durationMs = durationS * 1000;
    const connections = values.connections ?? (values.rate === undefined ? usual.connections : "");
    const loads = [
        ...numbers("connections", connections, most.connections).map((count) => ({ connections: count })),
        ...numbers("rate", values.rate ?? "", most.ratePerSecond).map((ratePerSecond) => ({
            connections: connectionsAtRate,
            ratePerSecond,
        })),
    ];
    const plans = loads.flatMap((load) => (["http", "pg"] as const).map((way) => ({ way, durationMs, ...load })));
    const isIn = plans.some((plan) => "ratePerSecond" in plan && plan.ratePerSecond === perSecond);
    if (perSecond === undefined || msP99 === undefined || isIn) return plans;
    return [...plans, { way: "http", durationMs, connections: connectionsAtRate, ratePerSecond: perSecond }];
}

function numbers(flag: "connections" | "rate", text: string, limit: number): number[] {
    if (text === "") return [];
    const read = text.split(",").map((part) => positiveNumber(flag, part, 16));
    const broken = flag === "connections" ? read.find((number) => !Number.isInteger(number)) : undefined;
    if (broken !== undefined) {
        throw usageError({
            tried: `read --${flag}`,
            happened: `${broken} is not a whole number`,
            remedy: `write numbers with commas between them, such as --${flag} 1,16,64`,
        });
    }
    const highest = Math.max(...read);
    if (highest > limit) throw beyond(flag, highest, limit);
    return [...new Set(read)].toSorted((a, b) => a - b);
}

function beyond(flag: string, number: number, limit: number): Error {
    return usageError({
        tried: `read --${flag}`,
        happened: `${number} is more than ${limit}, beyond which one machine measures itself and not the service`,
        remedy: `stay at or below ${limit}`,
    });
}
