import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { Line } from './inbox-order.ts';
import { rankOf, type SectionName } from './inbox-sections.ts';

export interface SectionStart {
  name: SectionName;
  /** Index of its first conversation. */
  from: number;
  count: number;
}

/** What the list shows, as it was drawn: rows are asked for by their place. */
export interface Listed {
  length: number;
  sections: readonly SectionStart[];
  at(index: number): ConversationSummary | undefined;
  sectionAt(index: number): SectionName;
  /** Where a conversation stands; -1: not here. */
  indexOf(conversationId: string): number;
}

/** Sections are found by halving: O(s log n). */
export function listedOf(lines: readonly Line[], inSections: boolean): Listed {
  const sections: SectionStart[] = [];
  for (let from = 0; inSections && from < lines.length; ) {
    const name = (lines[from] as Line).section;
    const end = firstAfter(lines, rankOf(name), from);
    sections.push({ name, from, count: end - from });
    from = end;
  }
  return {
    length: lines.length,
    sections,
    at: (index) => lines[index]?.summary,
    sectionAt: (index) => lines[index]?.section ?? 'colleagues',
    indexOf: (conversationId) => lines.findIndex(({ summary }) => summary.id === conversationId),
  };
}

function firstAfter(lines: readonly Line[], rank: number, from: number): number {
  let low = from;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rankOf((lines[middle] as Line).section) <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
