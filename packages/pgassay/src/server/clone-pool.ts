import { availableParallelism } from "node:os";
import pg from "pg";
import { clientConfig } from "./client.ts";
import type { ClonePool, Database } from "./cluster.ts";

/** Clones that lie ready at most: one for each connection that may be at work. More would only fill the memory. */
const mostReady = availableParallelism();
/** Sessions that make and drop clones. Two makes overlap, for each waits for checkpoints; a third is for the drops. */
const sessions = 3;

/** How a pool of clones comes by its clones. */
export interface CloneMaker {
    /** The database that `create database` is run from. */
    readonly admin: Database;
    /** The next clone, which does not exist yet. */
    next(): Database;
    create(client: pg.ClientBase, clone: Database): Promise<void>;
    drop(client: pg.ClientBase, clone: Database): Promise<void>;
}

/**
 * Hands out clones over a few sessions that stay open, some of them made before they are asked for: making one takes
 * as long as a small test file runs. What was made and never taken is dropped in the end.
 */
export async function withClonePool<T>(maker: CloneMaker, use: (clones: ClonePool) => Promise<T>): Promise<T> {
    const admin = new pg.Pool({ ...clientConfig(maker.admin), max: sessions });
    // A server that goes away is reported by the query in flight; without a listener it would end the process.
    admin.on("error", () => {});
    const withSession = async (work: (client: pg.ClientBase) => Promise<void>): Promise<void> => {
        const client = await admin.connect();
        try {
            await work(client);
        } finally {
            client.release();
        }
    };
    const ready: Promise<Database>[] = [];
    const dropped: Promise<void>[] = [];
    let wanted = 0;

    const make = (): Promise<Database> => {
        const clone = maker.next();
        const made = withSession((client) => maker.create(client, clone)).then(() => clone);
        // Whoever takes it is told; until then nobody listens.
        made.catch(() => {});
        return made;
    };
    const drop = (clone: Database): void => {
        const done = withSession((client) => maker.drop(client, clone));
        done.catch(() => {});
        dropped.push(done);
    };
    const fill = (): void => {
        for (; wanted > 0 && ready.length < mostReady; wanted--) ready.push(make());
    };
    try {
        return await use({
            prepare(count) {
                wanted = Math.max(0, count - ready.length);
                fill();
            },
            take() {
                const clone = ready.shift() ?? make();
                fill();
                return clone;
            },
            drop,
        });
    } finally {
        for (const unused of await Promise.allSettled(ready)) {
            if (unused.status === "fulfilled") drop(unused.value);
        }
        try {
            await Promise.all(dropped);
        } finally {
            await admin.end();
        }
    }
}
