import type { ProactiveTold } from '../../protocol/wire/proactive.ts';

/** What this browser keeps of the messages (X4, X5). */
export interface Kept {
  /** The visitor wants no such messages at all. */
  silent: boolean;
  visits: number;
  lastAt: number;
  visitShown: number;
  dayShownAt: number[];
  rules: KeptRule[];
}

interface KeptRule {
  key: string;
  shown: number;
  /** Dismissed, or answered: not again. */
  gone: boolean;
}

/** After so long without a page it is another visit. */
const VISIT_MS = 30 * 60_000;
const DAY_MS = 24 * 3_600_000;
/** Rules that an owner takes away and puts back must not come again: they stay known, the latest ones. */
const RULES_KEPT_MAX = 100;
const LENGTH_MAX = 8_000;

/** By hand, not JSON: pages with old libraries have their own idea of how a list is written. */
export function readKept(text: string | null): Kept {
  const parts = text && text.length <= LENGTH_MAX ? text.split('|') : [];
  const known = parts[0] === '1';
  const part = (at: number) => (known && parts[at]) || '';
  return {
    silent: part(1) === '1',
    visits: count(part(2)),
    lastAt: count(part(3)),
    visitShown: count(part(4)),
    dayShownAt: listOf(part(5)).map(count),
    rules: listOf(part(6)).map((one) => {
      const [key = '', shown = '', gone] = one.split(':');
      return { key, shown: count(shown), gone: gone === '1' };
    }),
  };
}

/** X4: under strict privacy only what the visitor decided is written; nothing that was counted. */
export function writeKept(kept: Kept, privacy: ProactiveTold['privacy']): string {
  const strict = privacy === 'strict';
  const rules: string[] = [];
  for (const { key, shown, gone } of kept.rules)
    if (gone || !strict) rules.push(`${key}:${strict ? 0 : shown}:${gone ? 1 : 0}`);
  const counted = strict ? [0, 0, 0, ''] : [kept.visits, kept.lastAt, kept.visitShown, kept.dayShownAt.join(',')];
  return [1, kept.silent ? 1 : 0, ...counted, rules.slice(-RULES_KEPT_MAX).join(',')].join('|');
}

/** A page is looked at. A clock that was set back begins another visit, and no older day. */
export function visit(kept: Kept, now: number): void {
  const isNew = now - kept.lastAt > VISIT_MS || now < kept.lastAt;
  if (isNew) {
    kept.visits += 1;
    kept.visitShown = 0;
  }
  kept.lastAt = now;
}

/** X5 */
export function mayShow(kept: Kept, told: ProactiveTold, key: string, timesMax: number, now: number): boolean {
  if (kept.silent || kept.visitShown >= told.visitMax) return false;
  let today = 0;
  for (const at of kept.dayShownAt) if (at <= now && now - at < DAY_MS) today += 1;
  const rule = find(kept, key);
  return today < told.dayMax && !rule?.gone && (rule?.shown ?? 0) < timesMax;
}

/** The visitor wants this one no more, or none at all. */
export function isOver(kept: Kept, key: string): boolean {
  return kept.silent || find(kept, key)?.gone === true;
}

export function countShown(kept: Kept, key: string, now: number): void {
  kept.visitShown += 1;
  kept.dayShownAt = [...kept.dayShownAt.filter((at) => at <= now && now - at < DAY_MS), now];
  ensure(kept, key).shown += 1;
}

export function putAway(kept: Kept, key: string): void {
  ensure(kept, key).gone = true;
}

function find(kept: Kept, key: string): KeptRule | undefined {
  for (const rule of kept.rules) if (rule.key === key) return rule;
  return undefined;
}

function ensure(kept: Kept, key: string): KeptRule {
  const rule = find(kept, key) ?? { key, shown: 0, gone: false };
  // The latest at the end.
  kept.rules = [...kept.rules.filter((one) => one !== rule), rule];
  return rule;
}

const listOf = (text: string) => (text === '' ? [] : text.split(','));

/** What does not look like a count is none. */
function count(text: string): number {
  return /^\d{1,16}$/.test(text) ? Number(text) : 0;
}
