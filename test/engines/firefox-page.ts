/**
 * What the bridge puts into each page of Firefox before its scripts: what Playwright wants there, or cannot ask for (decision 0201).
 * As text: a function of ours would bring along what the compiler adds to it.
 */

/** What `fill` and `insertText` need, by the name that Playwright calls. Answers a frame to go on in. */
export const PUTS_IN_TEXT = `() => {
  const value = (text) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return undefined;
    if (at.matches('iframe, frame')) return at;
    // As typed: one step to undo, with the events of a person's own.
    document.execCommand('insertText', false, text);
    return undefined;
  };
  Object.defineProperty(window, '__pw_bidiInsertText', { value, writable: true, configurable: true });
}`;

/** The language that a browser of another country would offer. */
export function offersLanguage(locale: string): string {
  const offered = JSON.stringify([locale]);
  return `() => {
    Object.defineProperty(Navigator.prototype, 'languages', { get: () => ${offered}, configurable: true });
    Object.defineProperty(Navigator.prototype, 'language', { get: () => ${offered}[0], configurable: true });
  }`;
}
