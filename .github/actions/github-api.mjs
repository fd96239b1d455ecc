// What the actions of this directory ask of GitHub's API. Node.js alone, so that they work in a repository that installs
// nothing.

const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY, TOKEN } = process.env;

/** The most items that are looked through for one: 10 pages of 100. */
const mostPages = 10;
const pageSize = 100;

/**
 * Calls the API of the repository that the action runs in.
 *
 * @param {string} path
 * @param {{ method?: string, body?: unknown }} [options]
 * @returns {Promise<any>}
 */
export async function api(path, { method = "GET", body } = {}) {
    const url = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`;
    const response = await fetch(url, {
        method,
        headers: {
            accept: "application/vnd.github+json",
            authorization: `Bearer ${TOKEN}`,
            "content-type": "application/json",
            "x-github-api-version": "2022-11-28",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
    return response.json();
}

/**
 * The first item of a list that is the wanted one, page after page.
 *
 * @param {string} path without `per_page` and `page`
 * @param {(item: any) => boolean | Promise<boolean>} isWanted
 * @param {(answer: any) => any[]} [itemsOf] where the list is in the answer
 * @returns {Promise<any>} undefined when there is none
 */
export async function find(path, isWanted, itemsOf = (answer) => answer) {
    for (let page = 1; page <= mostPages; page++) {
        const separator = path.includes("?") ? "&" : "?";
        const items = itemsOf(await api(`${path}${separator}per_page=${pageSize}&page=${page}`));
        for (const item of items) if (await isWanted(item)) return item;
        if (items.length < pageSize) return undefined;
    }
    return undefined;
}

/**
 * The first line of a text that this project posts, by which a later run finds it.
 *
 * @param {string} text
 * @param {string} file where it was read from
 * @returns {string}
 */
export function markerOf(text, file) {
    const [marker = ""] = text.split("\n");
    if (!/^<!-- [\w -]+ -->$/.test(marker)) throw new Error(`${file} does not begin with a marker`);
    return marker;
}

/**
 * Whether a comment or an issue is one of ours: somebody who quotes the marker has not written it.
 *
 * @param {string} marker
 * @returns {(item: any) => boolean}
 */
export function isOurs(marker) {
    return ({ body, user }) => typeof body === "string" && body.startsWith(marker) && user.type === "Bot";
}
