/**
 * Puts a text between a pair of markers, `<!-- usage -->` and `<!-- /usage -->`, as a code block.
 *
 * @throws an error when the document does not hold the pair exactly once
 */
export function fillBlock(document: string, name: string, text: string): string {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before = "", inside, ...rest] = document.split(open);
    const [, after, ...more] = inside?.split(close) ?? [];
    if (after === undefined || rest.length > 0 || more.length > 0) {
        throw new Error(`there must be one ${open} and one ${close} after it`);
    }
    return `${before}${open}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n\n${close}${after}`;
}
