/** A terminal may say that it has no columns at all. */
const fewestColumns = 40;

/**
 * A text in lines of whole words, those after the first indented; a word that is longer than a line has one of its own.
 *
 * @param width columns of a terminal; without them the text stays as it is
 */
export function inLines(text: string, width: number | undefined, indent: number): string {
    if (width === undefined) return text;
    const limit = Math.max(width, fewestColumns);
    const lines: string[] = [];
    // A first line that is indented stays so.
    let line = /^ */.exec(text)?.[0] ?? "";
    for (const word of text.trimStart().split(" ")) {
        if (line.trim() === "") line += word;
        else if (line.length + 1 + word.length <= limit) line += ` ${word}`;
        else {
            lines.push(line);
            line = " ".repeat(indent) + word;
        }
    }
    return [...lines, line].join("\n");
}
