import { number } from './format.ts';
import { inLanguage } from './language.ts';

/** Tags of a conversation; those of a person stand in strings-of-people.ts and say so. */
export const tagWords = inLanguage('tag', {
  title: 'Tags of this conversation',
  new: 'New tag of this conversation',
  add: 'Add a tag',
  remove: (tag: string) => `Remove the tag ${tag} from this conversation`,
  list: {
    title: 'Tags',
    hint: 'What conversations are about. These are offered wherever somebody tags or filters; other words can still be written.',
    empty: 'No tag yet.',
    add: 'Add tags',
    name: 'Tag',
    renameHint: 'Open conversations are renamed with it. Closed ones keep the word they had, and so do their reports.',
    on: (count: number) => (count === 1 ? 'on 1 open conversation' : `on ${number(count)} open conversations`),
    removing: 'It is not offered any more. Closed conversations keep it.',
    removeOnly: 'Remove it from the list',
    removeOn: (count: number) =>
      count === 1 ? 'And take it off 1 open conversation' : `And take it off ${number(count)} open conversations`,
    others: 'Written by hand',
    othersHint: 'On open conversations, and not in the list.',
    take: (tag: string) => `Add ${tag} to the list`,
    instead: (tag: string) => `Instead of ${tag}`,
    part: 'Not all of them could be changed. Try again.',
    wrong: (chars: number, max: number) => `Up to ${number(max)} tags of up to ${number(chars)} characters.`,
  },
  problems: {
    tooMany: 'A conversation has at most 20 tags. Remove one first.',
    forbidden: 'Your role may not change tags.',
    gone: 'This conversation is not there any more.',
    failed: 'That was not kept. Try again.',
  },
} as const);
