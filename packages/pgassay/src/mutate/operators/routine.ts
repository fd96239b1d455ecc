import { quoteLiteral } from "../../core/quote.ts";
import { assertion, plain, sqlName } from "../names.ts";
import type { Mutated, Operator } from "../operator.ts";
import type { Routine, Schema } from "../schema.ts";

/** `public.total(integer)`, for SQL and for ids. */
export function signatureOf(routine: Routine): string {
    return `${sqlName(routine)}(${routine.arguments})`;
}

/** What mutants of what stands around a body have in common. */
function mutatedProperties(routine: Routine): Mutated {
    return {
        ...mutatedBody(routine),
        suggestion: assertion("function_is", routine.schema, routine.name, routine.shortArguments, routine.properties),
    };
}

/**
 * What mutants of a body have in common. What a body is for we cannot know, so the suggestion only says that nobody
 * changed it; a call with its result is the better test.
 */
export function mutatedBody(routine: Routine): Mutated {
    const what = routine.hasParsedBody ? "pg_get_function_sqlbody(oid)" : "prosrc";
    return {
        subject: `${routine.schema}.${routine.name}(${routine.arguments})`,
        owner: { schema: routine.schema, name: routine.name },
        names: [routine.name],
        suggestion:
            `select is((select md5(${what}) from pg_proc where oid = ` +
            `${quoteLiteral(signatureOf(routine))}::regprocedure), ${quoteLiteral(routine.bodyDigest)}, ` +
            `${quoteLiteral(`the body of ${routine.name} is as it was reviewed`)});`,
    };
}

function alter(routine: Routine, action: string): string[] {
    return [`alter ${routine.kind} ${signatureOf(routine)} ${action}`];
}

function propertyOperator(
    name: string,
    does: string,
    change: (routine: Routine) => { readonly sql: string; readonly description: string } | undefined,
    oracle: "tests" | "plan" = "tests",
): Operator {
    return {
        name,
        class: "function",
        does,
        derive: (schema: Schema) =>
            schema.routines.flatMap((routine) => {
                const changed = change(routine);
                if (!changed) return [];
                return [
                    {
                        ...mutatedProperties(routine),
                        description: `${routine.name} ${changed.description}`,
                        sql: alter(routine, changed.sql),
                        oracle,
                    },
                ];
            }),
    };
}

/** Words of statements that write, lock, or may do so by what they call. */
const writes = /\b(insert|update|delete|merge|truncate|create|execute|perform|call)\b/i;

const searchPath = /^search_path=/;

export const routineOperators: readonly Operator[] = [
    propertyOperator(
        "function-security",
        "runs a function with the rights of its owner, or with the caller's",
        ({ isSecurityDefiner }) =>
            isSecurityDefiner
                ? { sql: "security invoker", description: "runs with the rights of its caller" }
                : { sql: "security definer", description: "runs with the rights of its owner" },
    ),
    propertyOperator(
        "function-search-path",
        "lets the caller's search_path decide what names in a function mean",
        ({ settings }) =>
            settings.some((setting) => searchPath.test(setting))
                ? { sql: "reset search_path", description: "runs under its caller's search_path" }
                : undefined,
    ),
    propertyOperator("function-setting", "drops another setting of a function", ({ settings }) => {
        const setting = settings.find((each) => !searchPath.test(each))?.split("=")[0];
        return setting === undefined
            ? undefined
            : { sql: `reset ${plain(setting)}`, description: `runs without its own ${setting}` };
    }),
    propertyOperator(
        "function-strict",
        "calls a function on nulls that is not to be, or does not call it",
        (routine) => {
            const takesValues = routine.kind === "function" && routine.argumentCount > 0;
            if (!takesValues) return undefined;
            return routine.isStrict
                ? { sql: "called on null input", description: "is called on nulls" }
                : { sql: "strict", description: "yields null when an argument is null" };
        },
    ),
    propertyOperator(
        "function-write",
        "forbids a function to write, or to lock rows, that does",
        ({ kind, volatility, source }) =>
            kind === "function" && volatility === "volatile" && writes.test(source)
                ? { sql: "stable", description: "must not write" }
                : undefined,
    ),
    propertyOperator(
        "function-volatility",
        "evaluates a function anew for every row; only plans can notice",
        ({ volatility }) =>
            volatility === "volatile" ? undefined : { sql: "volatile", description: "is evaluated for every row" },
        "plan",
    ),
];
