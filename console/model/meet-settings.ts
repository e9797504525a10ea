import type { SiteSettings } from '../../protocol/wire/settings.ts';
import { isSame } from './is-same.ts';
import type { SettingsPart } from './settings-parts.ts';

export interface Met {
  /** Theirs and mine in one; where both changed the same, mine. */
  settings: SiteSettings;
  /** The same over what the form shall hold. */
  after: SiteSettings;
  /** Where both changed the same, and not to the same. */
  both: SettingsPart[];
  /** What came in from them alone. */
  merged: SettingsPart[];
  /** What I have by then, with theirs where both changed the same. */
  theirs(mine: SiteSettings): SiteSettings;
}

/** Of these the fields mean something together only: a week is of its zone, what is emptied is emptied for good. */
const WHOLE: ReadonlySet<SettingsPart> = new Set(['hours', 'offline', 'idle', 'keeping']);

/** Two who changed the same settings (H11): what only one of them touched is kept, by field, down to a single text. */
export function meetSettings(
  base: SiteSettings,
  theirs: SiteSettings,
  mine: SiteSettings,
  after: SiteSettings | null,
): Met {
  const met = meetParts(base, theirs, mine, 'mine');
  return {
    ...met,
    after: after ? meetParts(base, theirs, after, 'mine').settings : met.settings,
    theirs: (now) => meetParts(base, theirs, now, 'theirs').settings,
  };
}

function meetParts(base: SiteSettings, theirs: SiteSettings, mine: SiteSettings, counts: 'mine' | 'theirs') {
  const both: SettingsPart[] = [];
  const changed = (Object.keys(theirs) as SettingsPart[]).filter((part) => !isSame(base[part], theirs[part]));
  const met = changed.map((part) => {
    let asked = false;
    const value = meet([base[part], theirs[part], mine[part]], WHOLE.has(part), (...two) => {
      asked = true;
      return two[counts === 'mine' ? 1 : 0];
    });
    if (asked) both.push(part);
    return [part, value] as const;
  });
  const merged = met.map(([part]) => part).filter((part) => !both.includes(part));
  return { settings: { ...mine, ...Object.fromEntries(met) }, both, merged };
}

type Three = readonly [base: unknown, theirs: unknown, mine: unknown];

function meet(three: Three, isWhole: boolean, choose: (theirs: unknown, mine: unknown) => unknown): unknown {
  const [base, theirs, mine] = three;
  if (isSame(mine, base) || isSame(mine, theirs)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (isWhole || !three.every(isRecord)) return choose(theirs, mine);
  const records = three as readonly Record<string, unknown>[];
  const names = new Set(records.flatMap(Object.keys));
  const fields = [...names].map((name) => {
    const [was, its, own] = records.map((record) => record[name]);
    return [name, meet([was, its, own], false, choose)] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
