import { shallowRef } from "vue";

/** The path behind the `#` in its parts, each decoded: `#/query/task%2Fopen/hot` is `query`, `task/open`, `hot`. */
export type Route = readonly string[];

/** What the page shows; follows the address. */
export const route = shallowRef<Route>(partsOf(location.hash));

addEventListener("hashchange", () => {
    route.value = partsOf(location.hash);
    scrollTo(0, 0);
});

/** The address of a route, for links. */
export function linkTo(...parts: readonly string[]): string {
    return `#/${parts.map(encodeURIComponent).join("/")}`;
}

export function go(...parts: readonly string[]): void {
    location.hash = linkTo(...parts);
}

function partsOf(hash: string): Route {
    return hash
        .replace(/^#\/?/, "")
        .split("/")
        .filter((part) => part !== "")
        .map(decoded);
}

/** Somebody may have typed the address. */
function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}
