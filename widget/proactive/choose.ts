import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import { type Address, matches } from './address.ts';
import { type Kept, mayShow } from './record.ts';

export type Rule = ProactiveTold['rules'][number];

/** What is known of the page, the visitor and the moment. */
export interface Moment {
  now: number;
  address: Address;
  /** Of the page. */
  language: string;
  /** In sight, ms. */
  onPageMs: number;
  scrolledPercent: number;
  /** The pointer is on its way out, at this moment. */
  leaving: boolean;
  /** Null: the page said nothing. */
  cart: number | null;
  events: readonly string[];
  scriptError: boolean;
  returning: boolean;
  /** Null: nobody counts. */
  visits: number | null;
}

/** X7: nobody is met at the door. */
const FIRST_MS = 3_000;

/** X3: the first rule, in the owner's order, that holds and may be shown; null: none. */
export function choose(told: ProactiveTold, moment: Moment, kept: Kept): Rule | null {
  if (moment.onPageMs < FIRST_MS) return null;
  for (const rule of told.rules) {
    if (mayShow(kept, told, rule.key, rule.timesMax, moment.now) && holds(rule, moment)) return rule;
  }
  return null;
}

/** Whether any of them could still be shown on this page, whatever happens. */
export function isAnyLeft(told: ProactiveTold, kept: Kept, now: number): boolean {
  for (const { key, timesMax } of told.rules) if (mayShow(kept, told, key, timesMax, now)) return true;
  return false;
}

function holds({ when }: Rule, moment: Moment): boolean {
  return (
    isOn(when, moment.address) &&
    (when.languages.length === 0 || speaks(when.languages, moment.language)) &&
    moment.onPageMs >= (when.afterMs ?? 0) &&
    moment.scrolledPercent >= (when.scrolledPercent ?? 0) &&
    (!when.leaving || moment.leaving) &&
    (when.visitsMin === null || (moment.visits ?? 0) >= when.visitsMin) &&
    isWorth(when.cart, moment.cart) &&
    (when.event === null || moment.events.indexOf(when.event) >= 0) &&
    (!when.scriptError || moment.scriptError) &&
    (when.returning === null || when.returning === moment.returning)
  );
}

/** Also asked while it is shown: what is said of one page is not said on another. */
export function isOn({ pages, notPages }: Pick<Rule['when'], 'pages' | 'notPages'>, address: Address): boolean {
  let isHere = pages.length === 0;
  for (const pattern of pages) isHere ||= matches(pattern, address);
  for (const pattern of notPages) if (matches(pattern, address)) return false;
  return isHere;
}

/** `de` is spoken by a page in `de-AT` as well, not the other way round. */
function speaks(languages: readonly string[], page: string): boolean {
  const here = `${page.toLowerCase().replace(/_/g, '-')}-`;
  for (const language of languages) if (here.indexOf(`${language.toLowerCase()}-`) === 0) return true;
  return false;
}

function isWorth(wanted: Rule['when']['cart'], cart: number | null): boolean {
  if (wanted === null) return true;
  return cart !== null && cart >= wanted.from && (wanted.below === null || cart < wanted.below);
}
