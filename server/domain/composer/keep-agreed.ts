import type { MacroAction } from '../../../protocol/wire/macros.ts';

type Tagging = Extract<MacroAction, { do: 'tag' }>;

/** D13: where the team agreed on tags (U13), a macro adds those alone, in the list's letters; the others are named. Without a list any word is a tag. */
export function keepAgreed(action: Tagging, agreed: readonly string[]): { action: Tagging; missing: string[] } {
  if (agreed.length === 0) return { action, missing: [] };
  const known = new Map(agreed.map((tag) => [tag.toLowerCase(), tag]));
  const missing = action.add.filter((tag) => !known.has(tag.toLowerCase()));
  const add = action.add.flatMap((tag) => known.get(tag.toLowerCase()) ?? []);
  return { action: { ...action, add: [...new Set(add)] }, missing };
}
