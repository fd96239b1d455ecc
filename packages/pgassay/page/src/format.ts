const fine = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** `1.2M`, `0.01` */
export function compact(number: number): string {
    return short.format(number);
}

/** Three digits that count, with the unit that suits: `412 µs`, `3.21 ms`, `1.84 s`. */
export function duration(ms: number): string {
    if (ms < 1) return `${fine.format(ms * 1000)} µs`;
    return ms < 1000 ? `${fine.format(ms)} ms` : `${fine.format(ms / 1000)} s`;
}

/** `8 kB`, `1.2 MB` */
export function bytes(number: number): string {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let [value, unit] = [number, 0];
    while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
    return `${fine.format(value)} ${units[unit]}`;
}

/** `2026-11-22 17:59 UTC` */
export function moment(iso: string): string {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
