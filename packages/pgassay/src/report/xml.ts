/** A text for an element or an attribute; XML allows no control characters but tab and line ends, not even escaped. */
export function escapeXml(text: string): string {
    return text
        .replace(/\p{Cc}/gu, (control) => (/[\t\n\r]/.test(control) ? control : "\ufffd"))
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/"/g, "&quot;")
        .replace(/\n/g, "&#10;");
}
