import { inLanguage } from './language.ts';

/** What was begun where one may not write now. */
export const keptDraftWords = inLanguage('keptDraft', {
  title: 'What you had begun is kept:',
  copy: 'Copy it',
});
