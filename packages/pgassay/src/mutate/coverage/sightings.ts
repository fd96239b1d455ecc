import { refusedKey } from "./renamed-rules.ts";
import { toldPrefix } from "./telling-handlers.ts";
import type { Watch } from "./watch.ts";

/** An assertion: where it stands, and the how manieth of its statement it is. */
export interface Asserted {
    readonly file: string;
    readonly line: number;
    readonly place: number;
}

/** What rules were seen to do while the tests ran. */
export interface Sightings {
    /** Rules that let a legal row pass. */
    readonly accepted: Set<string>;
    /** Triggers and policies that did what their mark says. */
    readonly marks: { readonly accepts: Set<string>; readonly refuses: Set<string> };
    /** By rule, the assertions for which its refusal was caught. */
    readonly refused: Map<string, Asserted[]>;
    /** Assertions, as `assertionKey` has them, that failed. */
    readonly failed: Set<string>;
}

type Told =
    | { readonly told: "accepted"; readonly rules: readonly (string | null)[] }
    | { readonly told: "asserted"; readonly passed: boolean }
    | ({ readonly told: "caught" } & Caught);

interface Caught {
    readonly sqlstate: string;
    readonly schema: string;
    readonly table: string;
    readonly column: string;
    readonly type: string;
    readonly constraint: string;
    readonly context: string;
}

export function noSightings(): Sightings {
    return {
        accepted: new Set(),
        marks: { accepts: new Set(), refuses: new Set() },
        refused: new Map(),
        failed: new Set(),
    };
}

export function assertionKey({ file, line, place }: Asserted): string {
    return JSON.stringify([file, line, place]);
}

/** Listens to what one statement of a test file makes the server tell. */
export function listener(watch: Watch, sightings: Sightings, file: string, line: number): (message: string) => void {
    let caught: string[] = [];
    let place = 0;
    return (message) => {
        if (!message.startsWith(toldPrefix)) return;
        const told = JSON.parse(message.slice(toldPrefix.length)) as Told;
        if (told.told === "accepted") {
            for (const rule of told.rules) if (rule !== null) sightings.accepted.add(rule);
        } else if (told.told === "caught") {
            caught.push(...rulesBehind(watch, told));
        } else {
            const asserted = { file, line, place: ++place };
            if (!told.passed) sightings.failed.add(assertionKey(asserted));
            // Whoever asserts speaks of what was caught for it.
            for (const rule of caught) sightings.refused.set(rule, [...(sightings.refused.get(rule) ?? []), asserted]);
            caught = [];
        }
    };
}

/** The rules that an error speaks of: the one it names, and the triggers that it was raised below. */
function rulesBehind(watch: Watch, { sqlstate, schema, table, column, type, constraint, context }: Caught): string[] {
    const owner = { schema, name: table === "" ? type : table };
    const named = watch.refused.get(refusedKey(owner, sqlstate === "23502" ? column : constraint));
    // A line of the context begins with `PL/pgSQL function tap.pgassay_trigger_7() line 3`, the schema only if it must.
    const [...calls] = context.matchAll(/\b(pgassay_trigger_\d+)\(/g);
    const triggers = calls.flatMap(([, name = ""]) => watch.triggers.get(name) ?? []);
    return [...(named === undefined ? [] : [named]), ...triggers];
}
