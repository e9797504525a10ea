/**
 * How the widget looks on a site's pages, as owners set it beside the site's other settings (docs/setup.md, Z rules). What the tag
 * itself says goes before it (Z10).
 */
export interface LookSettings {
  /** `#rrggbb`; null: our own. */
  color: string | null;
  theme: 'auto' | 'light' | 'dark';
  position: 'start' | 'end';
  /** From the edges of the window, px. */
  offsetX: number;
  offsetY: number;
  /** Corners of the panel, px; null: our own. */
  radius: number | null;
  font: 'system' | 'page';
  /** The address of a picture; the page's `img-src` must allow it. */
  logo: string | null;
  /** A selector: what it finds on the page opens the chat in place of the bell. */
  launcher: string | null;
  /** Null: our own, above nearly everything. */
  zIndex: number | null;
  /** A language tag; null: the page's, then the visitor's. */
  locale: string | null;
  /** In a frame that no script of the page can look into (W32). */
  isolate: boolean;
  /** Words in place of ours, by the name of the tag's attribute: `textGreeting` (W19). */
  texts: Record<string, string>;
}

export const LOOK_DEFAULT: LookSettings = {
  color: null,
  theme: 'auto',
  position: 'end',
  offsetX: 20,
  offsetY: 20,
  radius: null,
  font: 'system',
  logo: null,
  launcher: null,
  zIndex: null,
  locale: null,
  isolate: false,
  texts: {},
};

/** As the tag would say it, by the names of its dataset: only what differs from what holds without it. */
export function tagOptionsOf({ texts, ...look }: LookSettings): Record<string, string> {
  const usual = LOOK_DEFAULT as unknown as Record<string, unknown>;
  const told = Object.entries(look).filter(([name, value]) => value !== null && value !== usual[name]);
  return { ...Object.fromEntries(told.map(([name, value]) => [name, String(value)])), ...texts };
}

/** `offsetX` as `data-offset-x`. */
export function attributeOf(option: string): string {
  return `data-${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
