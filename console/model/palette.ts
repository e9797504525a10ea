import { signal } from '@preact/signals';
import { fold } from './fold.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

export interface PaletteItem {
  /** Unique and lasting: by it the item is remembered as used. */
  id: string;
  kind: 'command' | 'conversation' | 'colleague' | 'page' | 'find';
  name: string;
  /** A second thing it is found by, and told apart. */
  more?: string | undefined;
  keys?: string | undefined;
  /** The conversation that a command is about: by the same name it is another one in another conversation. */
  of?: string | null | undefined;
  /** Choosing it leads on inside the palette. */
  leadsOn?: boolean;
  run(): unknown;
  /** With Ctrl or ⌘ + Enter. */
  beside?: (() => unknown) | undefined;
}

const RECENT_MAX = 12;
const PALETTE_ITEMS_MAX = 40;
/** What is offered before anything is typed, of what was used and of conversations. */
const FIRST_MAX = 6;

/** Which of the two dialogs of the keyboard is open, and what was used last in the palette. */
export class Palette {
  readonly shown = signal<'palette' | 'keys' | null>(null);
  readonly recent = signal<readonly string[]>([]);
  readonly #memory: Memory;
  #key: string | null = null;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Somebody has signed in: what she used last is hers. */
  seat(agentId: string): void {
    this.#key = privateKey(agentId, 'palette');
    this.recent.value = this.#memory.read(this.#key)?.split('\n') ?? [];
    this.show(null);
  }

  show(which: 'palette' | 'keys' | null): void {
    this.shown.value = which;
  }

  pick(items: readonly PaletteItem[], query: string): PaletteItem[] {
    return pickItems(items, query, this.recent.value);
  }

  /** Where what somebody saw and marked stands now; -1: it is not to be had any more, and nothing else is meant in its place (KB4). */
  placeOf(items: readonly PaletteItem[], { id, kind, name, of }: PaletteItem): number {
    return items.findIndex((one) => one.id === id && (kind !== 'command' || (one.name === name && one.of === of)));
  }

  used(id: string): void {
    this.recent.value = [id, ...this.recent.value.filter((one) => one !== id)].slice(0, RECENT_MAX);
    if (this.#key) this.#memory.write(this.#key, this.recent.value.join('\n'));
  }
}

/** What fits the words, best first; without words what was used last, and what can be done here. */
function pickItems(items: readonly PaletteItem[], query: string, recent: readonly string[]): PaletteItem[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const usedAt = (item: PaletteItem) => {
    const at = recent.indexOf(item.id);
    return at < 0 ? recent.length : at;
  };
  if (words.length === 0) {
    const used = items.filter((item) => recent.includes(item.id)).sort((a, b) => usedAt(a) - usedAt(b));
    const rest = items.filter((item) => !recent.includes(item.id) && item.kind !== 'find');
    const talks = rest.filter((item) => item.kind === 'conversation').slice(0, FIRST_MAX);
    const others = rest.filter((item) => item.kind !== 'conversation');
    return [...used.slice(0, FIRST_MAX), ...others, ...talks].slice(0, PALETTE_ITEMS_MAX);
  }
  const found: { item: PaletteItem; far: number }[] = [];
  for (const item of items) {
    const far = item.kind === 'find' ? Number.MAX_SAFE_INTEGER : farness(item, words);
    if (far !== null) found.push({ item, far });
  }
  found.sort((a, b) => a.far - b.far || usedAt(a.item) - usedAt(b.item));
  // The search of everything stays the last way out, however much fits.
  const way = found.filter(({ item }) => item.kind === 'find');
  const fit = found.filter(({ item }) => item.kind !== 'find').slice(0, PALETTE_ITEMS_MAX - way.length);
  return [...fit, ...way].map(({ item }) => item);
}

/** Each word must be somewhere: at the beginning is near, at the beginning of a word less so, inside far. */
function farness({ name, more }: PaletteItem, words: readonly string[]): number | null {
  const [first, second] = [fold(name), fold(more ?? '')];
  let far = 0;
  for (const word of words) {
    const at = first.indexOf(word);
    if (at === 0) continue;
    if (new RegExp(`(?:^|[^\\p{L}\\p{N}])${escaped(word)}`, 'u').test(first)) far += 1;
    else if (at > 0) far += 2;
    else if (second.includes(word)) far += 3;
    else return null;
  }
  return far;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
