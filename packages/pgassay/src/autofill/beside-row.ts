import type { KeyPlan } from "./key-plan.ts";
import type { TablePlan } from "./table-plan.ts";
import type { Value } from "./value-type.ts";

/**
 * How rows are made beside one that is there already: what would have its key gets the key of the row after the last.
 *
 * @param present the columns of the row that is there, as texts
 * @param rows how many are made
 */
export function besideRow(plan: TablePlan, present: Readonly<Record<string, string | null>>, rows: number): TablePlan {
    const keys = plan.keys.map((key): KeyPlan => {
        const { carrier, ofRow } = key;
        if (carrier === undefined || ofRow === undefined) return key;
        const taken = present[carrier] ?? null;
        const isTaken = (value: Value): boolean =>
            typeof value === "number" ? taken !== null && Number(taken) === value : value === taken;
        return {
            ...key,
            ofRow: (row) => {
                const value = ofRow(row);
                return isTaken(value) ? ofRow(rows) : value;
            },
        };
    });
    const columns = plan.columns.map((column) => {
        const ofRow = keys.find((key) => key.carrier === column.name && key.ofRow)?.ofRow;
        return { ...column, ofRow };
    });
    return { ...plan, keys, columns };
}
