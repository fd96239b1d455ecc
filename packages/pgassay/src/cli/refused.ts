import type { Config } from "../config/config.ts";
import { exitCode } from "../core/errors.ts";
import type { RefusedError } from "../core/refused-error.ts";
import { renderAutofill } from "../report/autofill.ts";
import type { Context } from "./command.ts";
import { writeFindingFiles } from "./finding-files.ts";

/** Ends a verb that has nothing to work on as `seed` ends that says so: with the findings, wherever they are wanted. */
export async function printRefusal(
    verb: string,
    { message, findings, side }: RefusedError,
    config: Config,
    values: { readonly json?: true; readonly sarif?: string; readonly junit?: string },
    context: Context,
): Promise<number> {
    const result = { state: "refused", ...(side && { side }), findings } as const;
    context.print(values.json ? JSON.stringify(result) : renderAutofill(result, context));
    context.note(message);
    await writeFindingFiles({ verb, findings, config }, values, context);
    return exitCode.findings;
}
