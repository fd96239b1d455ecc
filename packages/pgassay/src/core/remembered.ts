/** How many results are kept; a schema has some thousands of names and conditions. */
const maxResults = 50_000;

/** The same function, which computes the result for an argument once: names and conditions come again and again. */
export function remembered<T>(compute: (argument: string) => T): (argument: string) => T {
    const results = new Map<string, T>();
    return (argument) => {
        const known = results.get(argument);
        if (known !== undefined) return known;
        if (results.size >= maxResults) results.clear();
        const result = compute(argument);
        results.set(argument, result);
        return result;
    };
}
