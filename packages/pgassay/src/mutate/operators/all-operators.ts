import type { Operator } from "../operator.ts";
import { checkOperators } from "./check.ts";
import { columnDefaultOperators } from "./column-default.ts";
import { foreignKeyOperators } from "./foreign-key.ts";
import { keyOperators } from "./key.ts";
import { notNullOperators } from "./not-null.ts";

/** Every operator; of two that make the same mutant, the first keeps it. */
export const operators: readonly Operator[] = [
    ...checkOperators,
    ...notNullOperators,
    ...columnDefaultOperators,
    ...keyOperators,
    ...foreignKeyOperators,
];
