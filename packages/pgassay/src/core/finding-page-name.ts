/**
 * The page that a code is explained on: its own, else the one whose name it begins with. Codes that are made of another
 * program's rules, as `squawk-adding-field`, share a page. Undefined when there is none.
 */
export function findingPageName(code: string, pages: Readonly<Record<string, unknown>>): string | undefined {
    const parts = code.split("-");
    return parts.map((_, i) => parts.slice(0, parts.length - i).join("-")).find((name) => Object.hasOwn(pages, name));
}
