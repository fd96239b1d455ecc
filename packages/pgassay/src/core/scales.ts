/** Scales in a sentence: `scale 100`, `scales 0.01, 1 and 100`. */
export function inWords(scales: readonly number[]): string {
    const texts = scales.map((scale) => scale.toLocaleString("en", { maximumFractionDigits: 6 }));
    const last = texts.at(-1) ?? "";
    return texts.length < 2 ? `scale ${last}` : `scales ${texts.slice(0, -1).join(", ")} and ${last}`;
}
