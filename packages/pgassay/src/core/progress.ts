/**
 * Where long work reports to. A verb gets one from the command line; library callers pass `silent` or their own.
 * Reports are for people: nothing may depend on when or how often they come.
 */
export interface Progress {
    /** A step begins: `migrate`, `load tasks`. It ends where the next begins. */
    step(name: string): void;
    /** How far the present step is: `done` of `total`, and of what: `row`, `file`, `query`. */
    advance(done: number, total: number, unit: string): void;
}

/** A progress that tells nobody. */
export const silent: Progress = { step: () => {}, advance: () => {} };
