import { styleText } from "node:util";

export interface RenderOptions {
    /** Whether the text may hold terminal colours; the caller knows where it goes. */
    readonly color: boolean;
    /** Columns of the terminal that the text goes to; undefined where it goes elsewhere. */
    readonly width?: number | undefined;
}

export type Style = "bold" | "dim" | "green" | "red" | "yellow";

/** Puts a style on a text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

export function painter({ color }: RenderOptions): Paint {
    if (!color) return (_style, text) => text;
    // By default styleText asks standard output, which need not be where this text goes.
    return (style, text) => styleText(style, text, { validateStream: false });
}
