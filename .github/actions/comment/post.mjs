// Posts a comment on a pull request, or replaces the one that begins with the same marker. Node.js alone, so that the
// action works in a repository that installs nothing.
//
// What it reads was written by a run that may have executed a stranger's code: the text is posted as it is, and the
// number is believed only when that pull request is at the commit that the run was started for.
import { readFile } from "node:fs/promises";

const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY, TOKEN, HEAD } = process.env;
const { COMMENT_FILE, PULL_REQUEST_FILE } = process.env;

/** The most comments that are looked through for the earlier one: 10 pages of 100. */
const mostPages = 10;

/** @param {string} path @param {{ method?: string, body?: unknown }} [options] @returns {Promise<any>} */
async function api(path, { method = "GET", body } = {}) {
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

/** @param {string} marker @param {number} number @returns {Promise<number | undefined>} */
async function earlierComment(marker, number) {
    for (let page = 1; page <= mostPages; page++) {
        const comments = await api(`issues/${number}/comments?per_page=100&page=${page}`);
        // Somebody who quotes the marker has not written a comment of ours.
        const ours = comments.find(({ body, user }) => body.startsWith(marker) && user.type === "Bot");
        if (ours) return ours.id;
        if (comments.length < 100) return undefined;
    }
    return undefined;
}

const body = await readFile(COMMENT_FILE ?? "", "utf8");
const [marker = ""] = body.split("\n");
if (!/^<!-- [\w -]+ -->$/.test(marker)) throw new Error(`${COMMENT_FILE} does not begin with a marker`);
const written = (await readFile(PULL_REQUEST_FILE ?? "", "utf8")).trim();
if (!/^[1-9]\d{0,9}$/.test(written)) throw new Error(`${PULL_REQUEST_FILE} holds no number of a pull request`);
const number = Number(written);

const { head } = await api(`pulls/${number}`);
if (head.sha !== HEAD) {
    // A newer push has a run of its own, which will comment.
    console.log(`pull request ${number} is at ${head.sha}, this run was of ${HEAD}: nothing posted`);
} else {
    const earlier = await earlierComment(marker, number);
    if (earlier === undefined) await api(`issues/${number}/comments`, { method: "POST", body: { body } });
    else await api(`issues/comments/${earlier}`, { method: "PATCH", body: { body } });
    console.log(`${earlier === undefined ? "posted" : "replaced"} the comment on pull request ${number}`);
}
