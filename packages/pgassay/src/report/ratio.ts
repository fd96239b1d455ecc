import type { Ratio } from "../core/statistics/session-ratio.ts";

/** A ratio with its interval, for people: `1.21× (1.17–1.26)`. */
export function formatRatio({ ratio, low, high }: Ratio): string {
    return `${ratio.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`;
}
