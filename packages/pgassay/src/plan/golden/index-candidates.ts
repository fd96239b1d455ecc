import { quoteName } from "../../core/quote.ts";
import { indexId } from "../plan-names.ts";
import type { Candidate, Change } from "./candidates.ts";
import { subjectOfEvidence } from "./facts.ts";
import type { IndexFact } from "./facts.ts";
import { splitName } from "./levers.ts";

/** What differs in the indexes: new, gone, invalid, defined otherwise or called otherwise. */
export function indexCandidates({ golden, now }: Change): Candidate[] {
    const byId = new Map(now.facts.indexes.map((index) => [index.id, index]));
    const lost = [...golden.indexes].filter(([id]) => !byId.has(id));
    const renamedFrom = new Map(
        lost.flatMap(([id, definition]) => {
            const index = now.facts.indexes.find((one) => withoutName(one.definition) === withoutName(definition));
            return index ? [[id, index] as const] : [];
        }),
    );
    const renamed = new Set([...renamedFrom.values()].map(({ id }) => id));
    const candidates: Candidate[] = [];
    for (const [id, definition] of golden.indexes) {
        const index = byId.get(id);
        const make = makeIndex(definition);
        const because = (state: string, undo: readonly string[]): void => {
            candidates.push({ kind: "index", what: `index ${id} is ${state}`, undo });
        };
        const successor = renamedFrom.get(id);
        if (successor) because(`called ${successor.id} now`, [renameBack(successor, id)]);
        else if (!index) because("gone", make);
        else if (!index.isValid) because("invalid", [index.removal, ...make]);
        else if (index.definition !== definition) because("another one", [index.removal, ...make]);
    }
    // Of a table that the accepted plan did not read nothing is known.
    for (const table of new Set([...golden.evidence.keys()].map(subjectOfEvidence))) {
        const before = new Set(golden.evidence.get(`indexes of ${table}`)?.split(", "));
        const present = now.facts.indexes.filter((index) => index.table === table);
        candidates.push(...present.filter(({ id, name }) => !before.has(name) && !renamed.has(id)).map(newIndex));
        const names = new Set(present.map(({ name }) => name));
        for (const name of before) {
            const id = indexId({ schema: splitName(table)[0], name });
            if (!names.has(name) && !golden.indexes.has(id))
                candidates.push({ kind: "index", what: `index ${id} is gone` });
        }
    }
    return candidates;
}

/** By this an index is the one that was called otherwise. */
function withoutName(definition: string): string {
    return definition.replace(/ INDEX ("([^"]|"")+"|\S+) ON /, " INDEX ON ");
}

function renameBack({ table, name }: IndexFact, before: string): string {
    const [schema] = splitName(table);
    const bare = before.startsWith(`${schema}.`) ? before.slice(schema.length + 1) : before;
    return `alter index ${quoteName(schema, name)} rename to ${quoteName(bare)}`;
}

/** An index on expressions has statistics of its own, which went with it. */
function makeIndex(definition: string): string[] {
    const [, table, keys = ""] = / ON (.*?) USING \w+ \((.*)\)/.exec(definition) ?? [];
    return [definition, ...(table !== undefined && keys.includes("(") ? [`analyze ${table}`] : [])];
}

function newIndex({ id, removal }: IndexFact): Candidate {
    return { kind: "index", what: `index ${id} is new`, undo: [removal] };
}
