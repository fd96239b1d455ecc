import type { Worker } from "node:worker_threads";
import type { CopyChunk } from "./copy.ts";
import type { DatasetOptions, DatasetOrigin } from "./dataset.ts";
import type { LexemeSource } from "./lexicon.ts";
import { startThread } from "./start-thread.ts";
import type { Unit } from "./units.ts";

/** What a worker thread begins with. */
export interface WorkerSetup {
    readonly origin: DatasetOrigin;
    readonly options: DatasetOptions;
    /** Whether search vectors are made, of what the thread is told when it asks. */
    readonly hasLexemes: boolean;
}

/** What a worker thread is asked to make. */
export interface Task {
    readonly id: number;
    /** Name of the table. */
    readonly table: string;
    readonly unit: Unit;
}

/** What comes back: the rows, or the error that making them threw. */
export type Answer = { readonly id: number } & (
    { readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number } | { readonly error: unknown }
);

/** What a worker thread asks meanwhile: what a configuration makes of pieces of text. */
export interface Question {
    readonly question: number;
    readonly config: string;
    readonly pieces: readonly string[];
}

/** The answer to a question. */
export interface Lesson {
    readonly question: number;
    readonly lexemes: Uint8Array;
}

interface Waiting {
    readonly resolve: (chunk: CopyChunk) => void;
    readonly reject: (error: unknown) => void;
}

/** Worker threads, each busy with one unit at a time; units are handed out in the order they are asked for. */
export class WorkerPool {
    readonly #workers: readonly Worker[];
    readonly #idle: Worker[];
    readonly #tasks: Task[] = [];
    readonly #waiting = new Map<number, Waiting>();
    readonly #lexemes: LexemeSource | undefined;
    #failure: unknown;
    #ids = 0;

    /** @param lexemes where search vectors come from; without it they are left out */
    constructor(workers: number, origin: DatasetOrigin, options: DatasetOptions, lexemes?: LexemeSource) {
        const setup: WorkerSetup = { origin, options, hasLexemes: lexemes !== undefined };
        this.#lexemes = lexemes;
        this.#workers = Array.from({ length: workers }, () => startThread("generate-worker", import.meta.url, setup));
        this.#idle = [...this.#workers];
        for (const worker of this.#workers) {
            worker.on("message", (message: Answer | Question) => {
                if ("question" in message) void this.#teach(worker, message);
                else this.#take(worker, message);
            });
            worker.on("error", (error) => this.#fail(error));
        }
    }

    make(table: string, unit: Unit): Promise<CopyChunk> {
        return new Promise((resolve, reject) => {
            if (this.#failure !== undefined) {
                reject(this.#failure);
                return;
            }
            const task = { id: ++this.#ids, table, unit };
            this.#waiting.set(task.id, { resolve, reject });
            this.#tasks.push(task);
            this.#assign();
        });
    }

    async end(): Promise<void> {
        this.#fail(new Error("the generators were ended"));
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }

    #assign(): void {
        while (this.#tasks.length > 0) {
            const worker = this.#idle.pop();
            if (worker === undefined) return;
            worker.postMessage(this.#tasks.shift());
        }
    }

    /** Passes on to a thread what it asked for. */
    async #teach(worker: Worker, { question, config, pieces }: Question): Promise<void> {
        if (this.#lexemes === undefined) return;
        try {
            worker.postMessage({ question, lexemes: await this.#lexemes(config, pieces) } satisfies Lesson);
        } catch (error) {
            // Thrown in the thread it would come back as a copy, without what it is an instance of.
            this.#fail(error);
        }
    }

    #take(worker: Worker, answer: Answer): void {
        const waiting = this.#waiting.get(answer.id);
        this.#waiting.delete(answer.id);
        this.#idle.push(worker);
        this.#assign();
        if ("error" in answer) waiting?.reject(answer.error);
        else {
            const { buffer, byteOffset, byteLength } = answer.bytes;
            waiting?.resolve({ bytes: Buffer.from(buffer, byteOffset, byteLength), rows: answer.rows });
        }
    }

    #fail(error: unknown): void {
        this.#failure ??= error;
        for (const { reject } of this.#waiting.values()) reject(error);
        this.#waiting.clear();
        this.#tasks.length = 0;
    }
}
