import { onMounted, onUnmounted } from "vue";

/** What a key does; the reader must not be typing. */
export type Keys = Readonly<Record<string, () => void>>;

/** Keys that work as long as the component that asks is shown. */
export function useKeys(keys: Keys): void {
    const listen = (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
        const act = keys[event.key];
        if (!act) return;
        event.preventDefault();
        act();
    };
    onMounted(() => addEventListener("keydown", listen));
    onUnmounted(() => removeEventListener("keydown", listen));
}

/** Moves the focus among the links of a list: `step` is 1 or -1. */
export function moveFocus(selector: string, step: number): void {
    const links = [...document.querySelectorAll<HTMLElement>(selector)];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
}

function isTyping({ target }: KeyboardEvent): boolean {
    return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
