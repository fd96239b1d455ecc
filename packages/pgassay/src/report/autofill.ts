import { renderFindings } from "./findings.ts";
import { renderLoad } from "./load.ts";
import type { Finding } from "../core/finding.ts";
import type { RenderOptions } from "./paint.ts";

/** What an autofill came to: the tables with their rows, and those it left alone; or why there is no row. */
export function renderAutofill(
    result:
        | {
              readonly state: "filled";
              readonly tables: readonly { readonly name: string; readonly rows: number; readonly ms: number }[];
              readonly untouched: readonly string[];
              readonly ms: number;
          }
        | { readonly state: "refused"; readonly findings: readonly Finding[] },
    options: RenderOptions,
): string {
    if (result.state === "refused") return renderFindings(result.findings, options).trimEnd();
    const left = result.untouched.length > 0 ? `\nleft as they are, with rows: ${result.untouched.join(", ")}` : "";
    return renderLoad(result) + left;
}
