// Run in the browser by tests, each sent there alone: none may use anything outside itself.

/** Texts whose contrast with what is behind them is below 4.5, by the formula of WCAG 2. */
export function poorContrast(): string[] {
    type Rgba = readonly [number, number, number, number];
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (color: string): Rgba => {
        if (!canvas) throw new Error("no canvas");
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = (top: Rgba, below: Rgba): Rgba => {
        const mixed = [0, 1, 2].map((i) => (top[i] ?? 0) * top[3] + (below[i] ?? 0) * (1 - top[3]));
        return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
    };
    const behind = (element: Element | null): Rgba =>
        element === null
            ? [255, 255, 255, 1]
            : over(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement));
    const luminance = (color: Rgba): number => {
        const [r = 0, g = 0, b = 0] = color.slice(0, 3).map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? "";
        if (!element || text === "" || !element.checkVisibility() || element.closest("script, style, noscript"))
            continue;
        const ground = behind(element);
        const [one, other] = [luminance(over(rgba(getComputedStyle(element).color), ground)), luminance(ground)];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(2)}: ${text.slice(0, 40)}`);
    }
    return found;
}

/** A page that scrolls sideways, and what makes it. */
export function tooWide(): string[] {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > width + 1 && !element.closest("pre, .wide"),
    );
    return wide.slice(0, 3).map((element) => `wider than the page: ${element.outerHTML.slice(0, 80)}`);
}

/** Texts that lie on each other, as far as they can be seen. */
export function overlaps(): string[] {
    interface Box {
        readonly text: string;
        readonly left: number;
        readonly right: number;
        readonly top: number;
        readonly bottom: number;
    }
    const boxes: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? "";
        if (!element || text === "" || !element.checkVisibility()) continue;
        if (element.closest("script, style, noscript") ?? !element.getClientRects().length) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        // What scrolls shows only a part of what is in it.
        const view = element.closest("pre, .wide")?.getBoundingClientRect();
        for (const rect of range.getClientRects()) {
            const left = Math.max(rect.left, view?.left ?? -Infinity);
            const right = Math.min(rect.right, view?.right ?? Infinity);
            if (right - left > 1) boxes.push({ text, left, right, top: rect.top, bottom: rect.bottom });
        }
    }
    // Lines of one paragraph may touch: the boxes of letters are higher than the letters.
    const slack = 5;
    const found: string[] = [];
    for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 2 && down > slack) found.push(`"${a.text.slice(0, 30)}" lies on "${b.text.slice(0, 30)}"`);
        }
    }
    return found;
}
