import type { Split } from '../../../protocol/wire/measures.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';
import { languageName } from '../format.ts';
import { strings } from '../strings.ts';
import { causeName } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { hourNames, weekdayNames } from './zone-format.ts';

/** How a group is called in front of people; the empty key is those that have none. */
export function nameOfKey(split: Split, key: string, name: string | null): string {
  if (key === '') return words.without;
  if (split === 'stage') return words.stages[key] ?? key;
  if (split === 'language') return languageName(key);
  if (split === 'outcome') return strings.outcomes[key as Outcome] ?? key;
  if (split === 'cause') return causeName(key);
  if (split === 'weekday') return weekdayNames()[Number(key) - 1] ?? key;
  if (split === 'hour') return `${hourNames()[Number(key)] ?? key}:00`;
  return name ?? key;
}
