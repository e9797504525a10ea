import type { aloneStrings } from './alone-strings.ts';
import type { amendedStrings } from './amended-strings.ts';
import type { emailStrings } from './email-strings.ts';
import type { emojiStrings } from './emoji-strings.ts';
import type { endedStrings } from './ended-strings.ts';
import type { eventStrings } from './event-strings.ts';
import type { failureStrings } from './failure-strings.ts';
import type { fileStrings } from './file-strings.ts';
import type { frontStrings } from './front-strings.ts';
import type { keepStrings } from './keep-strings.ts';
import type { menuStrings } from './menu-strings.ts';
import type { noticeStrings } from './notice-strings.ts';
import type { ownStrings } from './own-strings.ts';
import type { pastStrings } from './past-strings.ts';
import type { previewStrings } from './preview-strings.ts';
import type { queueFullStrings } from './queue-full-strings.ts';
import type { ratingMoreStrings } from './rating-more-strings.ts';
import type { redirectStrings } from './redirect-strings.ts';
import type { serviceStrings } from './service-strings.ts';
import type { strings } from './strings.ts';

/** All texts of the widget by group: the panel's, and those of each later view under its name in views.ts (W22). */
export interface English {
  panel: typeof strings;
  alone: typeof aloneStrings;
  email: typeof emailStrings;
  emoji: typeof emojiStrings;
  ended: typeof endedStrings;
  event: typeof eventStrings;
  failure: typeof failureStrings;
  files: typeof fileStrings;
  amended: typeof amendedStrings;
  keep: typeof keepStrings;
  menu: typeof menuStrings;
  notice: typeof noticeStrings;
  front: typeof frontStrings;
  past: typeof pastStrings;
  preview: typeof previewStrings;
  redirect: typeof redirectStrings;
  own: typeof ownStrings;
  ratingMore: typeof ratingMoreStrings;
  queueFull: typeof queueFullStrings;
  service: typeof serviceStrings;
  /** No words of their own. */
  links: object;
  face: object;
}

/** One text for each of the language's plural categories, as Intl.PluralRules names them; the last number decides. */
export type Forms<Category extends string = string> = Record<Category | 'other', string>;

/**
 * Where English has a function, a language has a text with braces: `{name}`, `{low}`, `{high}` stand for what the
 * sentence is about, in this order, or by place: `{2}`. Numbers are written as the language writes them. What the
 * English takes as a `number` is counted and needs plural forms; `number | string` is a place or a score.
 */
type Translated<Text, Category extends string> = Text extends (...about: infer About) => string
  ? About[number] extends number
    ? [Category] extends [never]
      ? string
      : Forms<Category>
    : string
  : Text extends string | readonly string[]
    ? Text
    : { [Name in keyof Text]: Translated<Text[Name], Category> };

/** A missing or an extra text does not compile. `Category`: plural categories of whole numbers beside `other`. */
export type Language<Category extends string = never> = {
  [Group in Exclude<keyof English, 'links' | 'face'>]: Translated<English[Group], Category>;
};
