import { bodyChanges } from "../body-changes.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Draft, Operator } from "../operator.ts";
import type { Routine } from "../schema.ts";
import { mutatedBody } from "./routine.ts";

/** The routine with another body, in PL/pgSQL: a body that does nothing is written alike for all that return alike. */
function withBody(routine: Routine, body: string): string {
    const end = routine.hasParsedBody
        ? Math.max(routine.definition.lastIndexOf("\nBEGIN ATOMIC"), routine.definition.lastIndexOf("\nRETURN "))
        : routine.definition.lastIndexOf("\nAS $", routine.definition.lastIndexOf(routine.source));
    const head = routine.definition.slice(0, end).replace("\n LANGUAGE sql", "\n LANGUAGE plpgsql");
    return `${head}\nas $pgassay$${body}$pgassay$`;
}

/** A body that does as little as its result allows. */
function emptyBody({ returns }: Routine): string {
    switch (returns) {
        case "trigger":
            return "begin return coalesce(new, old); end";
        case "rows":
            return "begin return; end";
        case "boolean":
        case "value":
            return "begin return null; end";
        default:
            return "begin end";
    }
}

/** Whether a body has no statement but a RETURN that an empty one could have. */
function isEmpty({ returns, source, firesBeforeRow }: Routine): boolean {
    const words = source
        .toLowerCase()
        .replaceAll(/[\s;]+/g, " ")
        .trim();
    if (returns === "trigger")
        return words === "begin return new end" || (words === "begin return null end" && !firesBeforeRow);
    return words === "begin end" || words === "begin return null end" || words === "begin return end";
}

function bodyOperator(name: string, does: string, change: (routine: Routine) => readonly Change[]): Operator {
    return {
        name,
        class: "function",
        does,
        derive: ({ routines }) =>
            routines.flatMap((routine) =>
                change(routine).map(({ body, description, ...rest }): Draft => ({
                    ...mutatedBody(routine),
                    ...rest,
                    description: `${routine.name} ${description}`,
                    sql: [withBody(routine, body)],
                })),
            ),
    };
}

interface Change extends Pick<Draft, "variant" | "ineffective"> {
    readonly body: string;
    /** What follows the name of the function. */
    readonly description: string;
}

export const routineBodyOperators: readonly Operator[] = [
    bodyOperator("function-empty", "empties the body of a function: a trigger lets the row pass", (routine) => [
        {
            body: emptyBody(routine),
            description: "does nothing",
            ...ineffectiveIf(isEmpty(routine), "equivalent", "its body does nothing already"),
        },
    ]),
    bodyOperator("function-suppress", "lets a trigger function that fires before a row drop the row", (routine) =>
        routine.returns === "trigger" && routine.firesBeforeRow
            ? [{ body: "begin return null; end", description: "drops every row" }]
            : [],
    ),
    bodyOperator("function-true", "lets a function that says yes or no always say yes", (routine) =>
        routine.returns === "boolean" ? [{ body: "begin return true; end", description: "is always true" }] : [],
    ),
    bodyOperator("function-condition", "decides an IF or ELSIF of a PL/pgSQL body in advance", (routine) =>
        routine.language === "plpgsql" ? bodyChanges(routine.source, "condition") : [],
    ),
    bodyOperator("function-raise", "leaves out an exception that a PL/pgSQL body raises", (routine) =>
        routine.language === "plpgsql" ? bodyChanges(routine.source, "raise") : [],
    ),
];
