/**
 * The greatest number that a column of a type can hold; Infinity where there is none, or where the type is no number.
 *
 * @param type as SQL writes it: `numeric(8,2)`
 */
export function greatestNumber(type: string): number {
    const [, name, precision, scale] = /^([a-z]+)(?:\((\d+)(?:,(-?\d+))?\))?$/.exec(type) ?? [];
    switch (name) {
        case "smallint":
            return 2 ** 15 - 1;
        case "integer":
            return 2 ** 31 - 1;
        case "bigint":
            // The greatest double below 2⁶³: what is above it would be rounded to 2⁶³, which is one too many.
            return 2 ** 63 - 2 ** 10;
        case "numeric":
            if (precision === undefined) return Infinity;
            return 10 ** (Number(precision) - Number(scale ?? 0)) - 10 ** -Number(scale ?? 0);
        default:
            return Infinity;
    }
}
