const blocks = "▁▂▃▄▅▆▇█";

/** The smallest range that is drawn over the whole height, as a share of the middle: less is noise and shows as such. */
const smallestRange = 0.2;

/** Numbers as one line of blocks, the greatest the highest: `▁▁▂▁▇▇`. */
export function sparkline(values: readonly number[]): string {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const middle = (low + high) / 2;
    const range = Math.max(high - low, middle * smallestRange);
    const bottom = middle - range / 2;
    return values
        .map((value) => blocks[Math.min(blocks.length - 1, Math.floor(((value - bottom) / range) * blocks.length))])
        .join("");
}
