import { availableParallelism } from "node:os";
import type pg from "pg";
import { environmentError } from "../core/errors.ts";
import { testSearchPath } from "../pgtap/run-file.ts";
import { withClient } from "../server/client.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import { fingerprint, prepareFingerprint } from "./fingerprint.ts";
import { prepareSuiteSession } from "./run-suite-file.ts";
import { sideBySide } from "./side-by-side.ts";

/** Where work is done, and for how long in one place. */
export interface Shifts {
    readonly cluster: Cluster;
    readonly template: Template;
    /**
     * After so many items a worker goes on in a new clone with a new session: what is rolled back leaves dead rows,
     * where nothing vacuums, and what a session keeps must not pass from one mutant to many others.
     */
    readonly itemsPerClone: number;
}

/** While one session waits for its next statement, or for what lies on a disk, another one can have the processor. */
const sessionsPerProcessor = 2;

/**
 * Does work on many items side by side, each worker in a clone of its own. The work must leave the catalog as it found
 * it.
 *
 * @returns the results in the order of `items`
 * @throws an environment error when the catalog of a clone was not the same after a shift as before it
 */
export async function inShifts<Item, Result>(
    { cluster, template, itemsPerClone }: Shifts,
    items: readonly Item[],
    work: (client: pg.Client, item: Item) => Promise<Result>,
    onDone: (done: number) => void = () => {},
): Promise<Result[]> {
    let done = 0;
    const shift = async (client: pg.Client, part: readonly Item[]): Promise<Result[]> => {
        await prepareFingerprint(client);
        await prepareSuiteSession(client);
        const before = await fingerprint(client);
        const results: Result[] = [];
        for (const item of part) {
            results.push(await work(client, item));
            onDone(++done);
        }
        if ((await fingerprint(client)) === before) return results;
        throw environmentError({
            tried: "plant defects and take them back",
            happened: "the catalog of a database was not the same afterwards: a test or a defect commits on its own",
            remedy: "look for a function in the tests that opens another session or ends its transaction",
        });
    };
    const parts = Array.from({ length: Math.ceil(items.length / itemsPerClone) }, (_, place) =>
        items.slice(place * itemsPerClone, (place + 1) * itemsPerClone),
    );
    const results = await sideBySide(
        parts,
        (part) =>
            cluster.withClone(template, (clone) =>
                withClient(clone, (client) => shift(client, part), { searchPath: testSearchPath }),
            ),
        sessionsPerProcessor * availableParallelism(),
    );
    return results.flat();
}
