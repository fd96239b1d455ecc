import type { Command } from "./command.ts";
import type { Verb } from "./verbs.ts";

const loaders: Readonly<Record<Verb, () => Promise<Command>>> = {
    migrate: async () => (await import("./migrate.ts")).migrateCommand,
    lint: async () => (await import("./lint.ts")).lintCommand,
    docs: async () => (await import("./docs.ts")).docsCommand,
    test: async () => (await import("./test.ts")).testCommand,
    mutate: async () => (await import("./mutate.ts")).mutateCommand,
    seed: async () => (await import("./seed.ts")).seedCommand,
    stats: async () => (await import("./stats.ts")).statsCommand,
    plan: async () => (await import("./plan.ts")).planCommand,
    indexes: async () => (await import("./indexes.ts")).indexesCommand,
    bench: async () => (await import("./bench.ts")).benchCommand,
    history: async () => (await import("./history.ts")).historyCommand,
    stress: async () => (await import("./stress.ts")).stressCommand,
    compare: async () => (await import("./compare.ts")).compareCommand,
    report: async () => (await import("./report.ts")).reportCommand,
};

/** A verb's code, which is loaded when it is called for. */
export async function loadVerb(verb: Verb): Promise<Command> {
    return loaders[verb]();
}
