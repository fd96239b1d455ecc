/** What was unpacked already: a person goes back and forth. */
const known = new Map<string, Promise<unknown>>();

/**
 * The JSON value that stands packed in an element of the page.
 *
 * @throws an Error when there is no such element or it is damaged
 */
export async function unpack<T>(element: string): Promise<T> {
    const value = known.get(element) ?? unpackText(element).then((text): unknown => JSON.parse(text));
    known.set(element, value);
    // The page and its data are written together by one program.
    return (await value) as T;
}

/** The text that stands packed in an element of the page. */
export async function unpackText(element: string): Promise<string> {
    const packed = document.getElementById(element)?.textContent;
    if (packed === undefined || packed === null) throw new Error(`the report has no part "${element}"`);
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
}
