import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Config } from "../config/config.ts";
import { didYouMean } from "../core/closest-name.ts";
import { messageOf, usageError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { RefusedError } from "../core/refused-error.ts";
import { configFor } from "./settings.ts";
import { about, type Verb } from "./verbs.ts";

/** One `--flag` of a verb. */
export interface Flag {
    readonly type: "string" | "boolean";
    readonly short?: string;
    /** Shown in the help in place of the value: `N`, `FILE`. */
    readonly value?: string;
    readonly help: string;
}

type Flags = Readonly<Record<string, Flag>>;

/** What a flag's value is once parsed: a switch is on or absent, any other is its text. */
type Values<F extends Flags> = { readonly [name in keyof F]?: F[name]["type"] extends "boolean" ? true : string };

/** What a verb works with besides its flags. */
export interface Context {
    /** Data: what the verb was asked for. */
    readonly print: (text: string) => void;
    /** Talk that goes away: what is being done. */
    readonly progress: Progress;
    /** Talk that stays. */
    readonly note: (text: string) => void;
    /** Whether the data goes to a terminal that shows colours. */
    readonly color: boolean;
    /** Its columns, if it is a terminal. */
    readonly width: number | undefined;
    readonly workingDirectory: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    /** The clock: the only one that may decide anything. */
    readonly now: () => Date;
}

/** A verb of the command line. */
export interface Command {
    readonly name: Verb;
    readonly flags: Flags;
    /** Further lines of help: what a reader could not guess. */
    readonly notes: string;
    /** Runs the verb on arguments that have not been looked at yet; returns the exit code. */
    readonly run: (args: readonly string[], context: Context) => Promise<number>;
}

/** Flags every verb has, but those that it does without. */
const commonFlags = {
    json: { type: "boolean", help: "print the result as JSON" },
    config: { type: "string", value: "FILE", help: "the configuration; by default the nearest pgassay.config.ts" },
    "database-url": {
        type: "string",
        value: "URL",
        help: "a server to use; by default $DATABASE_URL, else one of our own",
    },
} as const satisfies Flags;

type WithCommon<F extends Flags> = Values<F & typeof commonFlags>;

interface CommandSpec<F extends Flags> {
    readonly flags: F;
    readonly notes?: string;
    /** What the verb never looks at: it reads no configuration, or asks no server. */
    readonly without?: readonly ("config" | "database-url")[];
    /** The project that findings which stop it are about; by default the one it is run in. */
    readonly projectOf?: (error: RefusedError, operands: readonly string[], context: Context) => Promise<Config>;
    readonly run: (values: WithCommon<F>, operands: readonly string[], context: Context) => Promise<number>;
}

/** Makes a verb whose `run` gets flags typed from their declaration. */
export function defineCommand<const F extends Flags>(verb: Verb, spec: CommandSpec<F>): Command {
    const without: readonly string[] = spec.without ?? [];
    const common = Object.entries(commonFlags).filter(([name]) => !without.includes(name));
    const flags: Flags = { ...spec.flags, ...Object.fromEntries(common) };
    return {
        name: verb,
        flags,
        notes: spec.notes ?? "",
        async run(args, context) {
            const { values, positionals } = parse(verb, args, flags, about(verb).operands !== "");
            try {
                return await spec.run(values as WithCommon<F>, positionals, context);
            } catch (error) {
                if (!(error instanceof RefusedError)) throw error;
                // What few runs need is not loaded by all.
                const { printRefusal } = await import("./refused.ts");
                const project = await (spec.projectOf?.(error, positionals, context) ?? configFor(values, context));
                return printRefusal(verb, error, project, values, context);
            }
        },
    };
}

function parse(
    verb: string,
    args: readonly string[],
    flags: Flags,
    allowPositionals: boolean,
): ReturnType<typeof parseArgs> {
    const options: NonNullable<ParseArgsConfig["options"]> = {};
    for (const [name, { type, short }] of Object.entries(flags)) options[name] = short ? { type, short } : { type };
    try {
        return parseArgs({ args: [...args], options, allowPositionals, strict: true });
    } catch (cause) {
        throw usageError(
            {
                tried: `read the arguments of \`pgassay ${verb}\``,
                happened: wrongArgument(cause, Object.keys(flags)),
                remedy: `see \`pgassay ${verb} --help\``,
            },
            cause,
        );
    }
}

/** What Node says of an argument that it cannot make sense of, in our words where they say more. */
function wrongArgument(cause: unknown, flags: readonly string[]): string {
    const said = messageOf(cause);
    const [, unknown] = /^Unknown option '--([^']+)'/.exec(said) ?? [];
    if (unknown !== undefined)
        return `there is no --${unknown}${didYouMean(
            `--${unknown}`,
            flags.map((flag) => `--${flag}`),
        )}`;
    const [, ambiguous] = /^Option '(?:-\w, )?(--[^']+)' argument is ambiguous/.exec(said) ?? [];
    if (ambiguous !== undefined)
        return `${ambiguous} wants a value; one that begins with a dash is written ${ambiguous}=-1`;
    // Node's own advice on escaping follows the first sentence and helps nobody here.
    return said.replace(/\. .*$/, "");
}

/** What the one operand of a verb names: `up` of `migrate`. */
export function namedAction<Action>(
    verb: string,
    actions: Readonly<Record<string, Action>>,
    operands: readonly string[],
): Action {
    const [name = "", ...rest] = operands;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action !== undefined && rest.length === 0) return action;
    throw usageError({
        tried: `run \`pgassay ${[verb, ...operands].join(" ")}\``,
        happened: `it takes exactly one of ${Object.keys(actions).join(", ")}`,
        remedy: `see \`pgassay ${verb} --help\``,
    });
}

/** A flag's value as a number above zero. */
export function positiveNumber(flag: string, text: string | undefined, otherwise: number): number {
    if (text === undefined) return otherwise;
    const number = Number(text);
    if (text.trim() !== "" && Number.isFinite(number) && number > 0) return number;
    throw usageError({
        tried: `read --${flag}`,
        happened: `"${text}" is not a number above zero`,
        remedy: `write it in digits, such as --${flag} ${otherwise}`,
    });
}
