import { counted, grouped } from "../../core/counted.ts";
import type { BoundCase } from "../../core/query.ts";
import type { TableState } from "./read-tables.ts";

/** A case on one side, with what it was executed on. */
export interface Circumstances {
    readonly bound: BoundCase;
    readonly tables: ReadonlyMap<string, TableState>;
    readonly settings: Readonly<Record<string, string>>;
}

/**
 * Why counts and times of two sides would differ without any change to schema or query: other settings, other
 * arguments, other rows, rows in another order, pages not vacuumed. Empty when nothing of the kind is there.
 */
export function incomparable(base: Circumstances, head: Circumstances): string[] {
    return [
        ...settingsThatDiffer(base, head),
        ...argumentsThatDiffer(base, head),
        ...tableDifferences(base, head).map(({ what }) => what),
    ];
}

function settingsThatDiffer(base: Circumstances, head: Circumstances): string[] {
    return Object.entries(base.settings).flatMap(([name, before]) => {
        const now = head.settings[name];
        return now === before ? [] : [`setting ${name} was ${before} and is ${now ?? "unknown"}`];
    });
}

function argumentsThatDiffer(base: Circumstances, head: Circumstances): string[] {
    const texts = ({ bound }: Circumstances): string => JSON.stringify(bound.values);
    return texts(base) === texts(head) ? [] : ["the case has other arguments"];
}

/** A table whose rows differ. */
export interface TableDifference {
    /** Quoted, with its schema. */
    readonly name: string;
    /** A clause: `"public"."book" had 20000 rows and has 21000`. */
    readonly what: string;
    /** The rows that it had, where it has another number of them. */
    readonly rows?: number;
}

/** The tables of a case that hold other rows, or the same ones otherwise. */
export function tableDifferences(base: Circumstances, head: Circumstances): TableDifference[] {
    return [...base.tables].flatMap(([name, before]): TableDifference[] => {
        const now = head.tables.get(name);
        // A table that the query no longer reads is a change of the query or the schema, which is what is compared.
        if (now === undefined) return [];
        if (now.rows !== before.rows) {
            return [
                {
                    name,
                    what: `${name} had ${counted(before.rows, "row")} and has ${grouped(now.rows)}`,
                    rows: before.rows,
                },
            ];
        }
        if (now.order !== before.order) return [{ name, what: `the rows of ${name} lie in another order` }];
        if (now.isVacuumed !== before.isVacuumed) return [{ name, what: `${name} is vacuumed on one side only` }];
        return [];
    });
}
