import type { Column } from "./schema.ts";
import type { Relation } from "./worlds.ts";

const firsts = /^(create|insert|start|begin|open|valid_from|check_in|depart|effective_from|from)/;
const laters =
    /^(update|modif|change|delete|archive|complete|close|finish|end|cancel|resolve|ship|deliver|paid|expire|due|valid_to|valid_until|check_out|arriv|effective_to|until|to_|return|last_)/;

/** What no check says and everybody expects: that a row is changed after it was created, and ends after it began. */
export function usualBounds(columns: readonly Column[]): Relation[] {
    const times = columns.filter(
        ({ type }) => type?.kind === "number" && (type.flavour === "date" || type.flavour === "time"),
    );
    const early = times.filter(({ name }) => firsts.test(name));
    const late = times.filter(({ name }) => laters.test(name));
    return late.flatMap((later) => {
        // The beginning declared last before it is most likely its own.
        const earlier = early.findLast(
            ({ name }) => times.findIndex((time) => time.name === name) < times.indexOf(later),
        );
        return earlier === undefined
            ? []
            : [
                  {
                      left: { kind: "column", name: later.name } as const,
                      comparison: ">=" as const,
                      right: { kind: "column", name: earlier.name } as const,
                  },
              ];
    });
}
