import type { FileResult } from "../core/test-result.ts";

/**
 * What failed as workflow commands of GitHub, one a line: it shows each beside the line of the pull request. Empty when
 * nothing failed.
 *
 * @param pathOf the path of a test file from the root of the repository
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function renderAnnotations(results: readonly FileResult[], pathOf: (file: string) => string): string {
    return results
        .flatMap((result) => [
            ...result.assertions
                .filter(({ passed }) => !passed)
                .map(({ number, description, diagnostics, line }) =>
                    command(pathOf(result.file), line, `not ok ${number} ${description}`, diagnostics.join("\n")),
                ),
            ...result.problems.map(({ message, line }) => command(pathOf(result.file), line, "problem", message)),
        ])
        .join("\n");
}

function command(path: string, line: number | undefined, title: string, message: string): string {
    const properties = [`file=${property(path)}`, ...(line ? [`line=${line}`] : []), `title=${property(title)}`];
    return `::error ${properties.join(",")}::${data(message || title)}`;
}

/** The characters that end a message have to be written otherwise, and so has the one that announces them. */
function data(text: string): string {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
    return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
