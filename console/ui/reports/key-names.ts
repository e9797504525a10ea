import type { Split } from '../../../protocol/wire/measures.ts';
import { languageName } from '../format.ts';
import { reportWords as words } from '../strings-of-reports.ts';

/** How a group is called in front of people; the empty key is those that have none. */
export function nameOfKey(split: Split, key: string, name: string | null): string {
  if (key === '') return words.without;
  if (split === 'stage') return words.stages[key] ?? key;
  if (split === 'language') return languageName(key);
  return name ?? key;
}
