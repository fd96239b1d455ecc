/** The smallest part of a plan in which two trees differ, and what it is below. */
export interface ChangedSubtree {
    /** Lines of the nodes above it, outermost first, without indentation. */
    readonly path: readonly string[];
    readonly before: readonly string[];
    readonly after: readonly string[];
}

interface Branch {
    readonly text: string;
    readonly children: readonly Branch[];
}

/** Compares two trees, printed with children two columns right of their parent. They must differ. */
export function changedSubtree(before: readonly string[], after: readonly string[]): ChangedSubtree {
    let old: readonly Branch[] = branchesOf(before);
    let fresh: readonly Branch[] = branchesOf(after);
    const path: string[] = [];
    for (;;) {
        // Down as long as one child alone differs.
        const differing = old.flatMap((branch, i) => (isEqual(branch, fresh[i]) ? [] : [i]));
        const [first = 0] = differing;
        const [from, to] = [old[first], fresh[first]];
        if (old.length !== fresh.length || differing.length !== 1 || !from || !to) break;
        if (from.text !== to.text || path.length > before.length) {
            [old, fresh] = [[from], [to]];
            break;
        }
        path.push(from.text);
        [old, fresh] = [from.children, to.children];
    }
    return {
        path,
        before: old.flatMap((branch) => print(branch, 0)),
        after: fresh.flatMap((branch) => print(branch, 0)),
    };
}

/** A changed part as a diff shows it, below the line of the node that it belongs to. */
export function renderSubtree({ path, before, after }: ChangedSubtree): string {
    const parent = path.at(-1);
    const depth = parent === undefined ? "" : "  ";
    return [
        ...(parent === undefined ? [] : [`  ${parent}`]),
        ...before.map((line) => `- ${depth}${line}`),
        ...after.map((line) => `+ ${depth}${line}`),
    ].join("\n");
}

function branchesOf(lines: readonly string[]): Branch[] {
    const roots: { text: string; children: Branch[] }[] = [];
    const open: { text: string; children: Branch[] }[] = [];
    for (const line of lines) {
        const text = line.trimStart();
        const depth = (line.length - text.length) / 2;
        const branch = { text, children: [] };
        open.length = Math.min(open.length, depth);
        (open.at(-1)?.children ?? roots).push(branch);
        open.push(branch);
    }
    return roots;
}

function isEqual(a: Branch, b: Branch | undefined): boolean {
    return (
        b !== undefined &&
        a.text === b.text &&
        a.children.length === b.children.length &&
        a.children.every((child, i) => isEqual(child, b.children[i]))
    );
}

function print({ text, children }: Branch, depth: number): string[] {
    return ["  ".repeat(depth) + text, ...children.flatMap((child) => print(child, depth + 1))];
}
