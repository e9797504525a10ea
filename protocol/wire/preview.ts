import type { FrontSettings } from './front.ts';
import type { LookSettings } from './look.ts';

/** What the console tells the page of its preview, by `postMessage` within one origin (docs/setup.md, Z12). */
export interface PreviewTold {
  look: LookSettings;
  front: FrontSettings;
  scheme: 'light' | 'dark';
  language: string;
}

/** What that page says when it is there. */
export interface PreviewSaid {
  /** The widget's own texts, by the names of the tag's attributes. */
  texts: Record<string, string>;
}
