/** What Playwright wants to be run in a page, as Firefox and a strict policy can have it (decision 0201). */

export interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  type?: string;
  error?: string;
  message?: string;
  result?: Record<string, unknown>;
}

const EVALUATE = '(utilityScript, ...args) => utilityScript.evaluate(...args)';

/**
 * What `fill` and `insertText` need, by the name that Playwright calls; put into each page before its scripts. Answers a frame to go on in.
 * As text: a function of ours would bring along what the compiler adds to it.
 */
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

/**
 * An element that aria names, asked for by a page and then by Playwright's own world, ends the tab (seen in 153: an empty answer is
 * written to nowhere). So no page has these; none of ours asks, and axe then goes by the attributes.
 */
export const NAMES_BY_ATTRIBUTE = `() => {
  for (const name of Object.getOwnPropertyNames(Element.prototype)) {
    if (/^aria[A-Z].*Elements?$/.test(name)) delete Element.prototype[name];
  }
}`;

/** Each element that holds a frame, also in shadows, with the frame's window. In a world of its own: the page may have patched its own. */
export const FRAMES = `() => {
  const within = (root) => [...root.querySelectorAll('*')].flatMap((one) => [
    ...(one.matches('iframe, frame') ? [[one, one.contentWindow]] : []),
    ...(one.shadowRoot ? within(one.shadowRoot) : []),
  ]);
  return within(document);
}`;

function scriptIn(message: Message): string | null {
  const { functionDeclaration, arguments: given } = (message.params ?? {}) as {
    functionDeclaration?: string;
    arguments?: { value?: unknown }[];
  };
  if (message.method !== 'script.callFunction' || functionDeclaration !== EVALUATE) return null;
  return String(given?.[3]?.value);
}

/** What a story says to the browser, and where (test/support/ask-browser.ts): no such script ever reaches a page. */
export function wordIn(message: Message): { word: string; realm: string; context: string | undefined } {
  const [, word = ''] = /^'deskbell browser: (\w+)'$/.exec(scriptIn(message) ?? '') ?? [];
  const { target } = (message.params ?? {}) as { target?: { realm?: string; context?: string } };
  return { word, realm: target?.realm ?? '', context: target?.context };
}

/** Playwright's scripts come as text for eval, which a strict policy forbids; as the body of a function they are allowed. */
export function inlined(message: Message): Message {
  const asked = scriptIn(message);
  if (asked === null) return message;
  // Its extension is there already (above), and would be made by eval.
  const expression = asked.includes('injectedScript.extend(') ? '() => {}' : asked;
  // Of several statements nobody asks what they come to.
  const body = isCode(`return (${expression}\n)`) ? `return (${expression}\n)` : expression;
  if (!isCode(body)) return message;
  const called = `(utilityScript, ...args) => {
    const world = utilityScript.global;
    utilityScript.global = { eval: () => { ${body}\n} };
    try { return utilityScript.evaluate(...args); } finally { utilityScript.global = world; }
  }`;
  return { ...message, params: { ...message.params, functionDeclaration: called } };
}

function isCode(body: string): boolean {
  try {
    new Function(body);
    return true;
  } catch {
    return false;
  }
}
