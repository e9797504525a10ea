import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { typesOf } from '../../../../widget/build/publish-types.ts';
import type { DeskbellApi } from '../../../../widget/embed/api.ts';

/** The page of an owner who copied what the documents show, and the real loader that comes to it. */

const widget = join(import.meta.dirname, '../../../../widget');
const [, members = ''] = /type DeskbellOptions = \{([\s\S]*?)\n\};/.exec(typesOf(widget)) ?? [];
const OPTIONS = [...members.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name ?? '');
const ADAPTERS = readdirSync(join(widget, 'adapters'));
const PLAIN = ['async', 'src', 'integrity', 'crossorigin'];

/** jsdom has no constructable style sheets. */
export function openOwnersPage(): void {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  );
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], configurable: true });
}

export function leaveOwnersPage(): void {
  page.Deskbell?.destroy?.();
  delete page.Deskbell;
  Reflect.deleteProperty(document, 'adoptedStyleSheets');
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}

export const page = window as unknown as { Deskbell?: DeskbellApi & { q?: ArrayLike<unknown>[] } };
export const bell = () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button') ?? null;

/** Puts HTML into the body; scripts without an address run, as a browser runs them in order. */
export function write(html: string): HTMLScriptElement[] {
  document.body.innerHTML = html;
  const scripts = [...document.body.querySelectorAll('script')];
  for (const { src, text } of scripts) if (!src) new Function(text)();
  return scripts.filter(({ src }) => src);
}

/** The page's own button; jsdom would run what stands on it in another world than the test's. */
export function press(): void {
  new Function(document.querySelector('button')?.getAttribute('onclick') ?? 'throw new Error("Nothing to press.")')();
}

/** The script of a tag has come, and runs: its own module under the name `currentScript` gives. */
export async function come(tag: HTMLScriptElement, file = 'embed/loader'): Promise<void> {
  vi.resetModules();
  Object.defineProperty(document, 'currentScript', { value: tag, configurable: true });
  try {
    if (file === 'embed/loader') await import('../../../../widget/embed/loader.ts');
    else await import(`../../../../widget/adapters/${file}.ts`);
  } finally {
    Reflect.deleteProperty(document, 'currentScript');
  }
}

/** Every tag is one that the relay and the widget understand: quoted, said once, known, and from an address that is served. */
export function checkTags(html: string, own: string[] = []): void {
  expect(html).not.toMatch(/[“”‘’„]/);
  const known = [...PLAIN, ...own, ...OPTIONS.map((name) => `data-${kebab(name)}`)];
  const tags = html.match(/<script\b[^>]*\bsrc=[^>]*>/g) ?? [];
  expect(tags.length).toBeGreaterThan(0);
  expect(html.match(/<script\b/g)?.length).toBe(html.match(/<\/script>/g)?.length);
  for (const raw of tags) {
    const written = [...raw.matchAll(/\s([\w-]+)(?:=("[^"]*"|'[^']*'|[^\s>]*))?/g)];
    for (const [, name, value] of written) {
      expect(known, raw).toContain(name);
      if (value !== undefined) expect(value, `${raw}: ${name}`).toMatch(/^["']/);
    }
    expect(new Set(written.map(([, name]) => name)).size, raw).toBe(written.length);
    const { src } = tagIn(`${raw}</script>`);
    const address = new URL(src);
    expect(address.origin, raw).toBe('https://host');
    const [, adapter] = /^\/adapters\/(\w+)\.js$/.exec(address.pathname) ?? [];
    if (adapter) expect(ADAPTERS).toContain(`${adapter}.ts`);
    else expect(address.pathname).toMatch(/^\/(?:deskbell\.js|w\/deskbell-en-HASH\.js)$/);
    for (const [name, value] of address.searchParams) expect([name, value]).toEqual(['site', 'SITE_KEY']);
  }
}

export function tagIn(html: string): HTMLScriptElement {
  const [tag, another] = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('script');
  if (!tag || another) throw new Error(`Not one tag: ${html}`);
  return document.importNode(tag, true);
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
