import { inLanguage } from './language.ts';

/** Tags of a conversation; those of a person stand in strings-of-people.ts and say so. */
export const tagWords = inLanguage('tag', {
  title: 'Tags of this conversation',
  new: 'New tag of this conversation',
  add: 'Add a tag',
  remove: (tag: string) => `Remove the tag ${tag} from this conversation`,
  problems: {
    tooMany: 'A conversation has at most 20 tags. Remove one first.',
    forbidden: 'Your role may not change tags.',
    gone: 'This conversation is not there any more.',
    failed: 'That was not kept. Try again.',
  },
} as const);
