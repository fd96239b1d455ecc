import { parseArgs } from "node:util";
import { didYouMean } from "../core/closest-name.ts";
import { environmentError, exitCode, messageOf, PgassayError, usageError } from "../core/errors.ts";
import type { Context } from "./command.ts";
import { keepCompiledCode } from "./compiled-code.ts";
import { helpOf, overview } from "./help.ts";
import { loadVerb } from "./load-verb.ts";
import { compileParserOnce } from "./modest-memory.ts";
import { terminalOutput } from "./terminal-output.ts";
import { Interrupted } from "./until-interrupted.ts";
import { isVerb, verbs } from "./verbs.ts";
import { version } from "./version.ts";

/** Runs one command line and ends the process with its exit code. The only place that does. */
export async function main(args: readonly string[]): Promise<void> {
    compileParserOnce();
    keepCompiledCode();
    // `pgassay … | head` closes the pipe early: that is the reader's right and no error of ours.
    process.stdout.on("error", (error: NodeJS.ErrnoException) =>
        process.exit(error.code === "EPIPE" ? 0 : exitCode.environment),
    );
    const output = terminalOutput(process.stdout, process.stderr);
    let code: number;
    try {
        code = await dispatch(args, {
            ...output,
            color: showsColor(process.stdout, process.env),
            width: (process.stdout.isTTY && process.stdout.columns) || undefined,
            workingDirectory: process.cwd(),
            environment: process.env,
            now: () => new Date(),
        });
        output.progress.end();
    } catch (error) {
        if (error instanceof Interrupted) {
            output.progress.end();
            // What a shell and a script go by is how the process died: 130 after Ctrl-C.
            process.kill(process.pid, error.signal);
            return;
        }
        const known = error instanceof PgassayError ? error : await troubleElsewhere(args[0], error);
        output.note(`pgassay: ${known?.message ?? defectMessage(error)}`);
        code = known?.kind === "usage" ? exitCode.usage : exitCode.environment;
    }
    process.exitCode = code;
}

async function dispatch(args: readonly string[], context: Context): Promise<number> {
    const [verb, ...rest] = args;
    if (verb === "--version") {
        context.print(version);
        return exitCode.fine;
    }
    if (verb === undefined || verb === "help" || verb === "--help" || verb === "-h") {
        context.print(overview(context.width));
        return verb === undefined ? exitCode.usage : exitCode.fine;
    }
    if (!isVerb(verb)) {
        throw usageError({
            tried: `run \`pgassay ${verb}\``,
            happened: `there is no such verb${didYouMean(verb, verbs) || `; there are ${verbs.join(", ")}`}`,
            remedy: "see `pgassay --help`",
        });
    }
    const command = await loadVerb(verb);
    if (asksForHelp(rest)) {
        context.print(helpOf(command, context.width));
        return exitCode.fine;
    }
    return command.run(rest, context);
}

function asksForHelp(args: readonly string[]): boolean {
    const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true });
    return tokens.some((token) => token.kind === "option" && (token.name === "help" || token.name === "h"));
}

/** https://no-color.org and its opposite, which turbo sets for the tasks it runs on a terminal. */
function showsColor(stream: NodeJS.WriteStream, { NO_COLOR, FORCE_COLOR }: Context["environment"]): boolean {
    if (NO_COLOR) return false;
    return FORCE_COLOR ? FORCE_COLOR !== "0" : stream.isTTY;
}

/** What a machine says that has run out of something, and of paths that are another thing than they are taken for. */
const machineCode = /^E(?:NOSPC|DQUOT|ROFS|MFILE|NFILE|NOMEM|IO|NOTDIR|ISDIR|ACCES|PERM|LOOP|NAMETOOLONG)$/;

/** A server may go away at any moment, and a disk fill up, also where nothing more is to be said of what was under way. */
async function troubleElsewhere(verb = "", error: unknown): Promise<PgassayError | undefined> {
    const tried = `finish \`pgassay ${verb}\``;
    // It knows what node-postgres throws, and takes as long to load as all that is needed to print a version.
    const { isServerGone } = await import("../server/server-trouble.ts");
    if (isServerGone(error)) {
        return environmentError({
            tried,
            happened: `the database server ended the connection: ${messageOf(error)}`,
            remedy: "see in its log why, and run the verb again once the server is back",
        });
    }
    if (error instanceof Error && "code" in error && machineCode.test(String(error.code))) {
        return environmentError({
            tried,
            happened: messageOf(error),
            remedy: "see that the file or directory is what it should be, may be used and has room, and run the verb again",
        });
    }
    return undefined;
}

/** What was not foreseen is a defect of ours, and its stack is what a report of it needs. */
function defectMessage(error: unknown): string {
    const stack = error instanceof Error ? (error.stack ?? messageOf(error)) : messageOf(error);
    return `this is a defect of pgassay, please report it\n${stack}`;
}
