import type { Page } from '@playwright/test';

/** What a screen reader has to go by in Chromium: the accessibility tree, and what is added to the chat's live regions. */
export interface Spoken {
  /** What has the focus: name, role and states; `Open chat, button, collapsed`. */
  focus(): Promise<string>;
  /** What is said of it beside its name: the sentence under a wrong field. */
  more(): Promise<string>;
  /** The words below this one, in the order in which a reading cursor meets them. */
  read(role: string, name?: string): Promise<string[]>;
  /** How often these words were read out. */
  heard(words: string): Promise<number>;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  description?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

export async function listenTo(page: Page): Promise<Spoken> {
  const control = await page.context().newCDPSession(page);
  await page.evaluate(hearRegions);
  const tree = async () => (await control.send('Accessibility.getFullAXTree')).nodes as AxNode[];
  const focused = async () => {
    const found = (await tree()).filter((node) => property(node, 'focused') === true).at(-1);
    if (!found) throw new Error('Nothing has the focus.');
    return found;
  };
  return {
    async focus() {
      const node = await focused();
      const state = (name: string, words: Record<string, string>) => words[String(property(node, name))];
      return [
        ...[node.name?.value, node.role?.value],
        state('expanded', { true: 'expanded', false: 'collapsed' }),
        state('checked', { true: 'checked', false: 'not checked' }),
        state('invalid', { true: 'invalid' }),
      ]
        .filter(Boolean)
        .join(', ');
    },
    more: async () => String((await focused()).description?.value ?? ''),
    async read(role, name) {
      const nodes = await tree();
      const top = nodes.find((one) => one.role?.value === role && (name === undefined || one.name?.value === name));
      if (!top) throw new Error(`There is no ${role} "${name}".`);
      return wordsBelow(new Map(nodes.map((one) => [one.nodeId, one])), top);
    },
    heard: (words) => page.evaluate((part) => window.said.filter((one) => one.includes(part)).length, words),
  };
}

function property({ properties = [] }: AxNode, name: string): unknown {
  return properties.find((one) => one.name === name)?.value.value;
}

function wordsBelow(nodes: Map<string, AxNode>, node: AxNode): string[] {
  if (!node.ignored && node.role?.value === 'StaticText')
    return [String(node.name?.value ?? '').trim()].filter(Boolean);
  return (node.childIds ?? []).flatMap((id) => {
    const child = nodes.get(id);
    return child ? wordsBelow(nodes, child) : [];
  });
}

declare global {
  interface Window {
    said: string[];
  }
}

/** Runs in the page. A log reads out what is added to it, status and alert all that they hold when it changes. */
function hearRegions(): void {
  const LIVE = '[role=log], [role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
  const root = document.querySelector('deskbell-chat')?.shadowRoot;
  if (!root) throw new Error('There is no chat.');
  window.said = [];
  const wordsOf = (node: Node) => {
    const copy = node.cloneNode(true);
    if (copy instanceof Element) for (const one of copy.querySelectorAll('[aria-hidden=true]')) one.remove();
    return copy.textContent?.trim() ?? '';
  };
  const say = (words: string) => words && window.said.push(words);
  new MutationObserver((records) => {
    const whole = new Set<Element>();
    for (const { target, type, addedNodes } of records) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      if (!region) continue;
      if (!region.matches('[role=log]')) whole.add(region);
      else if (type === 'childList') for (const node of addedNodes) say(wordsOf(node));
    }
    for (const region of whole) say(wordsOf(region));
  }).observe(root, { subtree: true, childList: true, characterData: true });
}
