const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** A whole number as people read it: `12,345`. */
export function grouped(number: number): string {
    return whole.format(number);
}

/** A number with the three digits that count: `459`, `0.241`, `22,300`. */
export function fewDigits(number: number): string {
    return digits.format(number);
}

/**
 * How many there are of something: `1 file`, `2 files`, `1,200 queries`.
 *
 * @param noun the word for one, spelled in the plural as most words are; the last word of several
 */
export function counted(number: number, noun: string): string {
    return `${grouped(number)} ${nounFor(number, noun)}`;
}

/** The word for so many: `file` for 1, else `files`. */
export function nounFor(number: number, noun: string): string {
    if (number === 1) return noun;
    if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
    return `${noun}${/(?:s|x|ch|sh)$/.test(noun) ? "es" : "s"}`;
}
