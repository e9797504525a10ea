import { inLanguage } from './language.ts';

/** Texts of the page that looks for words. */
export const findWords = inLanguage('find', {
  title: 'Find',
  label: 'Words',
  hint: 'Words that must all be there. Keep words together with “quotation marks”.',
  kind: 'Look in',
  kinds: [
    ['', 'Everything'],
    ['message', 'Messages'],
    ['note', 'Notes'],
    ['person', 'People'],
  ] as const,
  status: 'Conversations',
  statuses: [
    ['', 'Open and closed'],
    ['open', 'Open'],
    ['closed', 'Closed'],
  ] as const,
  author: 'Written by',
  authors: [
    ['', 'Anybody'],
    ['visitor', 'Visitors'],
    ['agent', 'The team'],
  ] as const,
  empty: 'Look for messages, notes and people',
  emptyHint: 'Case and accents make no difference: cafe finds Café.',
  none: 'Nothing was found',
  noneHint: 'Try fewer words, or only the beginning of a word.',
  refused: 'There is no word in this to look for.',
  failed: 'The search did not answer. Please try again.',
  again: 'Try again',
  catchingUp: 'Some of what was written is still being taken up, so something may be missing.',
  more: 'Show more',
  loading: 'Looking…',
  found: (count: number, more: boolean) =>
    count === 1 && !more ? '1 place found' : `${count} places found${more ? ' so far' : ''}`,
  note: 'Note',
  person: 'Person',
  visitor: 'Visitor',
  closed: 'Closed',
});
