import { type Changes, smallDataset } from "./small-dataset.ts";
import type { Dataset } from "../../src/data/dataset.ts";

/** How the dataset differs; `made` is memory that counts the loans that were made, in whatever thread. */
type Argument = Pick<Changes, "loans"> & { readonly failsAt?: number; readonly made?: SharedArrayBuffer };

/** The small dataset, in a module where worker threads find it: the argument says how it differs. */
export function smallOrigin(changes: Argument): Dataset {
    const { failsAt, made, ...rest } = changes;
    const counter = made && new Int32Array(made);
    return {
        ...smallDataset({
            ...rest,
            onLoan: (loan) => {
                if (counter) Atomics.add(counter, 0, 1);
                if (loan === failsAt) throw new RangeError(`no loan ${loan}`);
            },
        }),
        origin: { module: import.meta.url, name: "smallOrigin", argument: changes },
    };
}
