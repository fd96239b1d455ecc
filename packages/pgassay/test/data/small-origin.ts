import { type Changes, smallDataset } from "./small-dataset.ts";
import type { Dataset } from "../../src/data/dataset.ts";

/** The small dataset, in a module where worker threads find it: the argument says how it differs. */
export function smallOrigin(changes: Pick<Changes, "loans"> & { readonly failsAt?: number }): Dataset {
    const { failsAt, ...rest } = changes;
    return {
        ...smallDataset({
            ...rest,
            onLoan: (loan) => {
                if (loan === failsAt) throw new RangeError(`no loan ${loan}`);
            },
        }),
        origin: { module: import.meta.url, name: "smallOrigin", argument: changes },
    };
}
