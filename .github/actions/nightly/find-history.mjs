// Finds the latest run of this workflow, on this branch, that has left its history as an artifact, and tells its number to
// the steps that follow; nothing when there is none, as in the first night.
//
// Only runs of the same workflow file and branch are asked: any pull request could upload an artifact of that name.
import { appendFile } from "node:fs/promises";
import { api, find } from "../github-api.mjs";

const { GITHUB_OUTPUT = "", GITHUB_WORKFLOW_REF = "", GITHUB_RUN_ID, ARTIFACT = "" } = process.env;

// `owner/name/.github/workflows/nightly.yml@refs/heads/main`
const [, workflow, branch] = /\/([^/@]+)@refs\/heads\/(.+)$/.exec(GITHUB_WORKFLOW_REF) ?? [];
if (workflow === undefined || branch === undefined) throw new Error(`${GITHUB_WORKFLOW_REF} is of no branch`);

/** @param {{ id: number }} run @returns {Promise<boolean>} */
async function hasHistory({ id }) {
    if (String(id) === GITHUB_RUN_ID) return false;
    const { artifacts } = await api(`actions/runs/${id}/artifacts?name=${encodeURIComponent(ARTIFACT)}`);
    return artifacts.some(({ expired }) => !expired);
}

// The latest come first.
const runs = `actions/workflows/${workflow}/runs?branch=${encodeURIComponent(branch)}&status=completed`;
const run = await find(runs, hasHistory, ({ workflow_runs }) => workflow_runs);
if (run) await appendFile(GITHUB_OUTPUT, `run-id=${run.id}\n`);
console.log(run ? `the history is in run ${run.id}` : "no run has left a history: it begins with this one");
