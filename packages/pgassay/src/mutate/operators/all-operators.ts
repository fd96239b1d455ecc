import type { Operator } from "../operator.ts";
import { checkOperators } from "./check.ts";
import { columnDefaultOperators } from "./column-default.ts";
import { columnTypeOperators } from "./column-type.ts";
import { computedColumnOperators } from "./computed-column.ts";
import { domainOperators } from "./domain.ts";
import { enumOperators } from "./enum.ts";
import { exclusionOperators } from "./exclusion.ts";
import { foreignKeyOperators } from "./foreign-key.ts";
import { indexOperators } from "./index.ts";
import { keyOperators } from "./key.ts";
import { notNullOperators } from "./not-null.ts";
import { privilegeOperators } from "./privilege.ts";
import { routineBodyOperators } from "./routine-body.ts";
import { routineOperators } from "./routine.ts";
import { rowSecurityOperators } from "./row-security.ts";
import { triggerOperators } from "./trigger.ts";
import { viewOperators } from "./view.ts";

/** Every operator; of two that make the same mutant, the first keeps it. */
export const operators: readonly Operator[] = [
    ...checkOperators,
    ...notNullOperators,
    ...columnDefaultOperators,
    ...columnTypeOperators,
    ...computedColumnOperators,
    ...keyOperators,
    ...exclusionOperators,
    ...indexOperators,
    ...foreignKeyOperators,
    ...enumOperators,
    ...domainOperators,
    ...triggerOperators,
    ...routineBodyOperators,
    ...routineOperators,
    ...rowSecurityOperators,
    ...viewOperators,
    ...privilegeOperators,
];
