import { ATTRIBUTE_NAME_CHARS_MAX, ATTRIBUTE_TEXT_CHARS_MAX, ATTRIBUTES_MAX } from '../../protocol/wire/limits.ts';
import type { Attribute, DeskbellApi, DeskbellEvents, DeskbellOptions, DeskbellState } from '../embed/api.ts';
import { strings } from './strings.ts';

/** `window.Deskbell`, or before the script has come a function that keeps its calls for it (W18). */
type Page = ((...call: unknown[]) => unknown) & Partial<DeskbellApi> & { q?: unknown[][] };

export interface Product {
  /** As it stands in notices. */
  name: string;
  /** The attributes of the adapter's own tag. */
  tag: Readonly<Record<string, string | undefined>>;
  /** The site's key: of the tag, or of the adapter's address, `?site=KEY`. */
  site: string | undefined;
  script: HTMLScriptElement | null;
}

/** Read while the script runs: later nobody knows which tag it was. */
export function openProduct(name: string): Product {
  const { currentScript } = document;
  const script = currentScript instanceof HTMLScriptElement ? currentScript : null;
  const tag = { ...script?.dataset };
  const asked = script?.src ? new URL(script.src).searchParams.get('site') : null;
  return { name, tag, script, site: tag.site ?? asked ?? undefined };
}

function page(): Page {
  const holder = window as unknown as { Deskbell?: Page };
  if (!holder.Deskbell) {
    const calls: unknown[][] = [];
    holder.Deskbell = Object.assign((...call: unknown[]) => void calls.push(call), { q: calls });
  }
  return holder.Deskbell;
}

/** A command to Deskbell, now or as soon as it is there, in order. */
export function call(verb: keyof DeskbellApi, ...values: unknown[]): void {
  page()(verb, ...values);
}

export function on<Name extends keyof DeskbellEvents>(name: Name, hear: (detail: DeskbellEvents[Name]) => void): void {
  call('on', name, hear);
}

const NOTHING: DeskbellState = {
  ...{ open: false, visible: false, unread: 0, conversation: 'none', available: null, agent: null },
};

export function state(): DeskbellState {
  return page().getState?.() ?? NOTHING;
}

/**
 * Fetches Deskbell where the page has no tag of it, and begins with these options. `given` is what the page gives as
 * the other product's id: our key, unless the adapter's own tag says it.
 */
export function begin(product: Product, options: DeskbellOptions = {}, given?: unknown): void {
  const hasTag = document.querySelector('script[src*="/deskbell.js"], script[src*="/w/deskbell-"]') !== null;
  const site = product.site ?? (hasTag || !isText(given) ? undefined : String(given));
  if (!hasTag && !page().open) addTag(product);
  call('boot', site === undefined ? options : { site, ...options });
}

function addTag({ name, tag, script }: Product): void {
  if (!script?.src) return;
  const added = document.createElement('script');
  Object.assign(added.dataset, tag, { autoboot: 'false' });
  added.async = true;
  if (script.nonce) added.nonce = script.nonce;
  try {
    added.src = new URL('../deskbell.js', script.src).href;
    document.head.append(added);
  } catch (error) {
    // Trusted Types: a script of a script is refused there.
    console.warn(strings.needsTag(name), error);
  }
}

const told = new Set<string>();

/** What has no equal here: said once, never thrown. */
export function ignore({ name }: Pick<Product, 'name'>, what: string, instead = ''): void {
  const text = strings.ignored(name, what, instead);
  if (!told.has(text)) console.info(text);
  told.add(text);
}

/** A page that was written for something else must not break by us. */
export function safely<Values extends unknown[], Answer>(
  product: Product,
  what: string,
  run: (...values: Values) => Answer,
): (...values: Values) => Answer | undefined {
  return (...values) => {
    try {
      return run(...values);
    } catch (error) {
      console.warn(strings.failed(product.name, what), error);
      return undefined;
    }
  };
}

/** A name or address the page says; each alone, so that one that is wrong does not take the other along. */
export function say(name: unknown, email: unknown): void {
  if (isText(name)) call('identify', { name: String(name) });
  if (isText(email)) call('identify', { email: String(email) });
}

export function sayAttributes(product: Product, given: unknown): void {
  const attributes = attributesOf(product, given);
  if (Object.keys(attributes).length > 0) call('setAttributes', attributes);
}

/** What Deskbell takes of any object: one level deep, names and texts cut to size, dates as texts. */
export function attributesOf(product: Product, given: unknown): Record<string, Attribute> {
  const found: Record<string, Attribute> = {};
  const add = (name: string, value: unknown, isInside = false): void => {
    const key = name
      .replace(/[^\w.-]/g, '_')
      .replace(/^\W/, '_')
      .slice(0, ATTRIBUTE_NAME_CHARS_MAX);
    const plain = isObject(value) && isFunction(value.toJSON) ? value.toJSON() : value;
    if (key === '' || plain === undefined) return;
    if (Object.keys(found).length >= ATTRIBUTES_MAX) ignore(product, name);
    else if (typeof plain === 'string') found[key] = plain.slice(0, ATTRIBUTE_TEXT_CHARS_MAX);
    else if (plain === null || typeof plain === 'boolean' || (typeof plain === 'number' && Number.isFinite(plain)))
      found[key] = plain;
    else if (typeof plain === 'object' && !Array.isArray(plain) && !isInside)
      for (const [inner, one] of Object.entries(plain)) add(`${name}.${inner}`, one, true);
    else ignore(product, name);
  };
  if (isObject(given)) for (const [name, value] of Object.entries(given)) add(name, value);
  return found;
}

/** Deskbell's `setTags` says the whole list: who adds one at a time keeps it here. */
export function createTags() {
  const tags = new Set<string>();
  const change = (run: () => void) => {
    run();
    call('setTags', [...tags]);
  };
  const texts = (given: unknown) => (Array.isArray(given) ? given : [given]).filter(isText).map(String);
  return {
    add: (given: unknown) =>
      change(() => {
        for (const tag of texts(given)) tags.add(tag);
      }),
    remove: (given: unknown) =>
      change(() => {
        for (const tag of texts(given)) tags.delete(tag);
      }),
    clear: () => tags.clear(),
  };
}

/** Their left is a side of the screen, ours a side of the line. */
export function sideOf(side: unknown): 'start' | 'end' | undefined {
  if (side !== 'left' && side !== 'right') return undefined;
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  return (side === 'left') === isRtl ? 'end' : 'start';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function isText(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

export function isFunction(value: unknown): value is (...values: unknown[]) => unknown {
  return typeof value === 'function';
}

/** Without the names whose value is undefined: `boot` would take those for chosen. */
export function chosen(options: { [Name in keyof DeskbellOptions]: unknown }): DeskbellOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as DeskbellOptions;
}
