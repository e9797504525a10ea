/** Adds style sheets to a shadow root, without a style element: pages with `style-src 'none'` allow it (W5). */
export function adoptSheets(root: ShadowRoot, texts: readonly string[]): void {
  const sheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}
