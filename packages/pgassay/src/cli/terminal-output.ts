import type { Progress } from "../core/progress.ts";
import type { Context } from "./command.ts";
import { terminalProgress } from "./terminal-progress.ts";

type Output = Pick<Context, "print" | "note"> & { readonly progress: Progress & { end(): void } };

/**
 * What a verb says: data to `stdout`, talk to `stderr`. Both may be the same terminal, so that the line of progress goes
 * away before anything is written that stays.
 */
export function terminalOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
    const progress = terminalProgress(stderr);
    const writeTo = (stream: NodeJS.WriteStream, text: string): void => {
        progress.end();
        // Some texts end their last line themselves.
        stream.write(`${text.replace(/\n+$/, "")}\n`);
    };
    return { progress, print: (text) => writeTo(stdout, text), note: (text) => writeTo(stderr, text) };
}
