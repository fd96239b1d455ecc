import { exitCode } from "../core/errors.ts";
import type { RefusedError } from "../core/refused-error.ts";
import { renderAutofill } from "../report/autofill.ts";
import type { Context } from "./command.ts";
import { writeFindingFiles } from "./finding-files.ts";

/** Ends a verb that has nothing to work on as `seed` ends that says so: with the findings, wherever they are wanted. */
export async function printRefusal(
    verb: string,
    { message, findings }: RefusedError,
    values: { readonly json?: true; readonly sarif?: string; readonly junit?: string },
    context: Context,
): Promise<number> {
    // Of two checkouts that are compared either may be the one, and made-up rows have no line in any file.
    await writeFindingFiles({ verb, findings, config: undefined }, values, context);
    const result = { state: "refused", findings } as const;
    context.print(values.json ? JSON.stringify(result) : renderAutofill(result, context));
    context.note(message);
    return exitCode.findings;
}
