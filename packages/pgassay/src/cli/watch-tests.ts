import { counted } from "../core/counted.ts";
import { exitCode, PgassayError } from "../core/errors.ts";
import { withFileChanges, type FileChanges } from "../pgtap/file-changes.ts";
import type { TestFile } from "../pgtap/find-test-files.ts";
import { runFilesIn } from "../pgtap/run-files.ts";
import type { Cluster, ClonePool, Recipe } from "../server/cluster.ts";
import { withCluster } from "../server/with-cluster.ts";
import type { Context } from "./command.ts";
import { KeptClones } from "./kept-clones.ts";
import type { TestProject } from "./test-project.ts";
import type { TestReporter } from "./test-report.ts";
import { untilInterrupted } from "./until-interrupted.ts";

export interface WatchOptions {
    readonly server: { readonly url?: string };
    readonly report: TestReporter;
    readonly bail: boolean;
}

/**
 * Runs files, then waits: a test file that changes runs again at once, and all that are meant do when the schema or a
 * set-up file changes. The server stays, and a clone lies ready.
 *
 * @param first what runs at the start
 * @returns the exit code of the last run, once somebody pressed Ctrl-C
 */
export async function watchTests(
    project: TestProject,
    first: readonly TestFile[],
    options: WatchOptions,
    context: Context,
): Promise<number> {
    return untilInterrupted((signal) =>
        withFileChanges(project.sources, async (changes) => {
            const recipe = await project.recipe();
            return withCluster({ ...options.server, recipe, progress: context.progress }, (cluster) =>
                new Watch(project, options, context, cluster, changes, signal).run(recipe, first),
            );
        }),
    );
}

class Watch {
    readonly #project: TestProject;
    readonly #options: WatchOptions;
    readonly #context: Context;
    readonly #cluster: Cluster;
    readonly #changes: FileChanges;
    readonly #signal: AbortSignal;
    readonly #kept: KeptClones;
    #code: number = exitCode.fine;

    constructor(
        project: TestProject,
        options: WatchOptions,
        context: Context,
        cluster: Cluster,
        changes: FileChanges,
        signal: AbortSignal,
    ) {
        this.#project = project;
        this.#options = options;
        this.#context = context;
        this.#cluster = cluster;
        this.#changes = changes;
        this.#signal = signal;
        this.#kept = new KeptClones(cluster, options.server.url);
    }

    async run(recipe: Recipe, first: readonly TestFile[]): Promise<number> {
        let files = first;
        for (let current: Recipe | undefined = recipe; current;) {
            await this.#runOn(current, files);
            if (this.#signal.aborted) break;
            const next = await this.#nextRecipe();
            if (next) await this.#cluster.dropSuperseded(current, next);
            files = await this.#files();
            current = next;
        }
        return this.#code;
    }

    /** Runs what changes on one template; returns when another one is needed, or somebody ends it. */
    async #runOn(recipe: Recipe, files: readonly TestFile[]): Promise<void> {
        const template = await this.#cluster.ensureTemplate(recipe, this.#context.progress);
        await this.#cluster.withClones(template, async (clones) => {
            await this.#runFiles(clones, files);
            for (;;) {
                const paths = await this.#nextChanges();
                if (this.#signal.aborted || [...paths].some((path) => this.#project.isPartOfRecipe(path))) return;
                await this.#runFiles(
                    clones,
                    (await this.#files()).filter(({ path }) => paths.has(path)),
                );
            }
        });
    }

    async #runFiles(clones: ClonePool, files: readonly TestFile[]): Promise<void> {
        if (files.length === 0) return;
        this.#kept.drop(files, clones);
        const { progress } = this.#context;
        progress.step(`run ${counted(files.length, "test file")}`);
        const results = await runFilesIn(clones, files, {
            progress,
            bail: this.#options.bail,
            signal: this.#signal,
            keep: this.#kept.keep,
        });
        if (this.#signal.aborted) return;
        this.#code = await this.#options.report(results, files.length);
        // The clone of the next run is made while somebody edits.
        clones.prepare(1);
    }

    /** A recipe whose template could be made; what is wrong with one is told, and the next change awaited. */
    async #nextRecipe(): Promise<Recipe | undefined> {
        while (!this.#signal.aborted) {
            try {
                const recipe = await this.#project.recipe();
                await this.#cluster.ensureTemplate(recipe, this.#context.progress);
                return recipe;
            } catch (error) {
                if (!(error instanceof PgassayError)) throw error;
                this.#context.note(`pgassay: ${error.message}`);
                this.#code = exitCode.usage;
                await this.#nextChanges();
            }
        }
        return undefined;
    }

    async #nextChanges(): Promise<ReadonlySet<string>> {
        this.#context.progress.step("wait for changes; Ctrl-C ends");
        return this.#changes.next(this.#signal);
    }

    /** The files that are meant now; while there are none, nothing is wrong with waiting for some. */
    async #files(): Promise<readonly TestFile[]> {
        return this.#project.files().catch((error: unknown) => {
            if (error instanceof PgassayError) return [];
            throw error;
        });
    }
}
