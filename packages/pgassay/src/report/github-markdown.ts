import { nounFor } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";

/** The longest comment that GitHub takes, in characters. */
const longestComment = 65_536;

/** Kept free for what tells that something was left out. */
const reserve = 200;

/** A finding as an item of a list, with its evidence. */
export function findingItem({ severity, code, subject, message, detail }: Finding): string {
    const more = detail === undefined ? "" : `\n${fenced(detail, "text").replace(/^/gm, "  ")}`;
    return `- **${severity}** \`${code}\` ${subject}: ${message}${more}\n`;
}

/** A fence longer than any in the text. */
export function fenced(text: string, language: string): string {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}

/** As many of the parts, from the first on, as a comment or an issue of GitHub takes; it says how many are left out. */
export function fitComment(parts: readonly string[]): string {
    let text = "";
    for (const [position, part] of parts.entries()) {
        const next = text === "" ? part : `${text}\n${part}`;
        if (next.length > longestComment - reserve) {
            const left = parts.length - position;
            return `${text}\n_${left} more ${nounFor(left, "part")} left out: a comment cannot be longer. The run's log has all._\n`;
        }
        text = next;
    }
    return text;
}
